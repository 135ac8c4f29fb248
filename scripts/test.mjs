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
  await step('Measuring sizes', () => run(process.execPath, ['scripts/size.mjs']));
  const vitest = (...args) => run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...args]);
  const given = process.argv.slice(2);
  if (given.length > 0) return step('Running the tests asked for', () => vitest(...given));
  // Half of what tests of the code do is waiting, for a database or a program: pages are looked at meanwhile.
  await step('Running the tests of the code, and of pages in the browser', () =>
    all(
      vitest('--project', 'unit', '--project', 'public', '--project', 'minified', '--maxWorkers', '100%'),
      vitest('--project', 'browser', '--exclude', 'packages/collector/**'),
    ),
  );
  // By itself, because a browser that is killed at a certain moment wants the machine for itself.
  await step('Running the tests of the collector in the browser', () =>
    vitest('--project', 'browser', 'packages/collector'),
  );
});

/** Waits for all, so that each tells everything, and throws what the first one did that failed. */
async function all(...works) {
  for (const { status, reason } of await Promise.allSettled(works)) if (status === 'rejected') throw reason;
}
