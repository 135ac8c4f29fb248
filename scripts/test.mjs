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
  await step('Running the tests', () =>
    run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]),
  );
});
