// `npm test`: finds or installs what the tests need, builds, and runs every check and every test.
import { ensureInstalled, main, run, step, tool } from './steps.mjs';

main(async () => {
  await ensureInstalled();
  const { ensureBrowser } = await import('./browser.mjs');
  const { ensurePostgres } = await import('./postgres.mjs');
  await step('Finding a browser', async () => console.log(`  ${ensureBrowser()}`));
  await step('Finding PostgreSQL', async () => console.log(`  ${await ensurePostgres()}`));
  const { build } = await import('./build.mjs');
  await build();
  const { check } = await import('./check.mjs');
  await check();
  const { holdToBudgets } = await import('./size.mjs');
  await step('Measuring sizes', () => holdToBudgets());
  const vitest = (...args) => run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...args]);
  const given = process.argv.slice(2);
  if (given.length > 0) return step('Running the tests asked for', () => vitest(...given));
  await step('Running the tests of the code', () =>
    // Half of what they do is waiting, for a database or a program: more of them at a time than there are cores.
    vitest('--project', 'unit', '--project', 'public', '--project', 'minified', '--maxWorkers', '3'),
  );
  // By themselves, because a browser wants the machine for itself.
  await step('Running the tests in the browser', () => vitest('--project', 'browser'));
});
