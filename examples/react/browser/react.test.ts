import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubPage, newPerson, startHubPage } from '../../../packages/sdk/browser/hub-page.js';
import { sharedBrowser } from '../../../scripts/browser.mjs';

const EXAMPLE = join(import.meta.dirname, '..');
const SDK = join(EXAMPLE, '../../packages/sdk/dist/script');

let browser: Browser;
let hub: HubPage;

/** Builds the example as its README says, and names its files as a server would. */
async function builtFiles(): Promise<Record<string, string>> {
  const { build } = await import('vite');
  const result = await build({
    root: EXAMPLE,
    configFile: join(EXAMPLE, 'vite.config.mjs'),
    logLevel: 'error',
    build: { write: false },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: readonly BuiltFile[] };
  return Object.fromEntries(
    output.map(({ fileName, code, source }) => [
      `/react/${fileName}`,
      (code ?? String(source))
        .replace(/data-key="[^"]*"/, 'data-key="pk_test"')
        .replace(/data-endpoint="[^"]*"/, 'data-endpoint="/waymark"')
        .replace(/data-token-url="[^"]*"/, 'data-token-url="/token"'),
    ]),
  );
}

interface BuiltFile {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

beforeAll(async () => {
  browser = await sharedBrowser();
  hub = await startHubPage(SDK, await builtFiles());
});

afterAll(async () => {
  await hub?.close();
});

it('embeds by npm import in a React app on a strict page: growth moves, the user center opens', async () => {
  const page = await hub.visit(await newPerson(browser), 'rea', '/react/index.html');
  await page.getByText('Growth value: 0').waitFor();
  await page.getByRole('button', { name: 'Ship a feature' }).click();
  await page.getByText('Growth value: 40').waitFor();
  await expect.poll(() => hub.growth('rea')).toBe(40);
  await page.getByRole('button', { name: 'Open the user center' }).click();
  await page.getByRole('tab', { name: 'Growth' }).waitFor();
  expect(page.problems).toEqual([]);
  await page.context().close();
});
