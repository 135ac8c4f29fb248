// Finds the lab's cells: one file a situation, one file a collector.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

async function load(folder) {
  const dir = join(import.meta.dirname, folder);
  const files = readdirSync(dir).filter((file) => file.endsWith('.mjs'));
  return Promise.all(
    files.sort().map(async (file) => ({
      name: file.slice(0, -4),
      file: join(dir, file),
      module: await import(join(dir, file)),
    })),
  );
}

/** Every situation: `{ name, title, play, … }`, in the order they are told. */
export async function loadSituations() {
  const cells = await load('situations');
  return cells
    .map(({ name, module }) => ({ name, ...module.situation }))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** Version of an installed package; ours is the one in this checkout. */
function versionOf(npm) {
  const places = ['../node_modules', '../../../node_modules'].map((dir) =>
    join(import.meta.dirname, dir, npm, 'package.json'),
  );
  const manifest = places.find((path) => existsSync(path));
  return manifest && JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** Every collector; ours comes first. */
export async function loadCollectors() {
  const cells = await load('collectors');
  return cells
    .map(({ name, file, module }) => ({ name, file, ...module, version: versionOf(module.npm) }))
    .sort(
      (a, b) => Number(b.name === 'waymark') - Number(a.name === 'waymark') || a.name.localeCompare(b.name),
    );
}
