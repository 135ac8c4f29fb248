// Finds the lab's cells: one file a situation, one file a collector.
import { readdirSync } from 'node:fs';
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

/** Every collector; ours comes first. */
export async function loadCollectors() {
  const cells = await load('collectors');
  return cells
    .map(({ name, file, module }) => ({ name, file, ...module }))
    .sort(
      (a, b) => Number(b.name === 'waymark') - Number(a.name === 'waymark') || a.name.localeCompare(b.name),
    );
}
