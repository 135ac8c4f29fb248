// Builds everything: `tsc -b`, the playbook's JSON Schema, then rollup over what tsc emitted.
import { ensureInstalled, main, run, step, tool } from './steps.mjs';

/** Compiles, writes the JSON Schema and bundles; each step is incremental or takes a few seconds. */
export async function build() {
  await step('Compiling TypeScript', () =>
    run(process.execPath, [tool('typescript/bin/tsc'), '-b', 'packages', 'examples']),
  );
  await step('Writing the JSON Schema of playbooks', () =>
    run(process.execPath, ['scripts/playbook-schema.mjs']),
  );
  await step('Bundling', () => run(process.execPath, [tool('rollup/dist/bin/rollup'), '-c', '--silent']));
}

if (process.argv[1]?.endsWith('build.mjs')) {
  main(async () => {
    await ensureInstalled();
    await build();
  });
}
