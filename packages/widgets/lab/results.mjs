// Keeps what the lab found in results.json, library by library, so that ours can be run again without its peers.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'results.json');
const FORMATTER = join(import.meta.dirname, '../../../node_modules/@biomejs/biome/bin/biome');

/** The saved results, or null. */
export function readResults() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : null;
}

/** Saves a run; libraries that it left out keep what they had. */
export function saveResults(results) {
  const ran = new Set(results.libraries.map(({ name }) => name));
  const before = readResults();
  const isKept = (name) => !ran.has(name);
  const merged = {
    ...results,
    libraries: [...results.libraries, ...(before?.libraries ?? []).filter(({ name }) => isKept(name))].sort(
      (a, b) => Number(b.name === 'waymark') - Number(a.name === 'waymark') || a.name.localeCompare(b.name),
    ),
    cells: [...results.cells, ...(before?.cells ?? []).filter(({ library }) => isKept(library))],
  };
  writeFileSync(FILE, `${JSON.stringify(merged, null, 2)}\n`);
  spawnSync(process.execPath, [FORMATTER, 'format', '--write', FILE]);
}
