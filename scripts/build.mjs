// Builds everything: `tsc -b`, the playbook's JSON Schema, then rollup over what tsc emitted.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, main, ROOT, run, step, tool } from './steps.mjs';

/** Removes what an earlier build bundled: chunks carry hashes, and old ones would be shipped and measured with the new. */
function clean() {
  for (const group of ['packages', 'examples']) {
    const folders = readdirSync(join(ROOT, group), { withFileTypes: true }).filter((item) =>
      item.isDirectory(),
    );
    for (const { name } of folders) rmSync(join(ROOT, group, name, 'dist'), { recursive: true, force: true });
  }
}

/** Compiles, writes the JSON Schema and bundles; each step is incremental or takes a few seconds. */
export async function build() {
  await step('Compiling TypeScript', () =>
    run(process.execPath, [tool('typescript/bin/tsc'), '-b', 'packages', 'examples']),
  );
  await step('Writing the JSON Schema of playbooks', () =>
    run(process.execPath, ['scripts/playbook-schema.mjs']),
  );
  clean();
  await step('Bundling', () => run(process.execPath, [tool('rollup/dist/bin/rollup'), '-c', '--silent']));
}

if (process.argv[1]?.endsWith('build.mjs')) {
  main(async () => {
    await ensureInstalled();
    await build();
  });
}
