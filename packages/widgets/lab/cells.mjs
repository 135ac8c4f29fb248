// Finds the lab's cells: one file a situation, one file a library.
import { readdirSync, readFileSync } from 'node:fs';
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

/** Every library; ours comes first. */
export async function loadLibraries() {
  const cells = await load('libraries');
  return cells
    .map(({ name, file, module }) => ({ name, file, ...module }))
    .sort(
      (a, b) => Number(b.name === 'waymark') - Number(a.name === 'waymark') || a.name.localeCompare(b.name),
    );
}

/** Version of ours, as in this checkout. */
export function ownVersion() {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).version;
}
