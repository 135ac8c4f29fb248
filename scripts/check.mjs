// Everything that can be checked without running the product: types of sources and tests, lint and format, who imports
// whom, and that generated files are what their sources say.
import { execFileSync } from 'node:child_process';
import { compileBlocks, staleSizes } from './docs.mjs';
import { checkImports } from './imports.mjs';
import { ensureInstalled, main, ROOT, run, step, tool } from './steps.mjs';

function imports() {
  const faults = checkImports();
  if (faults.length > 0)
    throw new Error(`${faults.length} import(s) break the rules:\n  ${faults.join('\n  ')}`);
}

function generated() {
  const changed = execFileSync(
    'git',
    ['status', '--porcelain', '--', 'packages/contracts/playbook.schema.json'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (changed !== '')
    throw new Error(
      'packages/contracts/playbook.schema.json is not what its schema says. Run `npm run build` and commit it.',
    );
}

/** Runs all checks; the build must have run. */
export async function check() {
  await step('Checking who imports whom', async () => imports());
  await step('Linting', () =>
    run(process.execPath, [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
  );
  await step('Checking the types of the tests', () =>
    run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'scripts/tsconfig.tests.json']),
  );
  await step('Compiling the READMEs', () => compileBlocks());
  await step('Checking the sizes they state', async () => {
    const faults = await staleSizes();
    if (faults.length > 0) throw new Error(faults.join('\n  '));
  });
  await step('Checking generated files', async () => generated());
}

if (process.argv[1]?.endsWith('check.mjs')) {
  main(async () => {
    await ensureInstalled();
    await check();
  });
}
