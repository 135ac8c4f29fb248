import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { type HubPage, newPerson, startHubPage } from './hub-page.js';

const SDK = join(import.meta.dirname, '../dist/script');

/** A page that wants no launcher, for somebody to whom no campaign has anything to show. */
const BARE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host page</title><h1>Host page</h1>
<script src="/stub.js"></script><script src="/waymark/waymark.js" data-key="pk_test" data-endpoint="/waymark" data-token-url="/token" data-launcher="false" async></script></html>`;

interface Host extends Window {
  waymark: (command: string, ...args: unknown[]) => unknown;
}

let browser: Browser;
let hub: HubPage;

beforeAll(async () => {
  browser = await sharedBrowser();
  hub = await startHubPage(SDK, { '/bare.html': BARE });
});

afterAll(async () => {
  await hub?.close();
});

const growthIn = (text: string) => ({ hasText: new RegExp(`(?<!\\d)${text}(?!\\d)`) });

describe('the script tag on a strict page', () => {
  it('delivers a call made before it arrived, shows the person’s growth, and leaves one global', async () => {
    const page = await hub.visit(await newPerson(browser), 'ann');
    await page.locator('waymark-user-center').filter(growthIn('40')).waitFor();
    await expect.poll(() => hub.growth('ann')).toBe(40);
    const globals = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const known = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter(
        (name) => !known.has(name) && !/^\d+$|^host$/.test(name),
      );
    });
    expect(globals).toEqual(['waymark']);
    expect(page.problems).toEqual([]);
    await page.context().close();
  });

  it('loads neither tips nor what draws while there is nothing to show', async () => {
    const page = await hub.visit(await newPerson(browser), 'bea', '/bare.html');
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''),
      );
    // The forecast comes once the hub has spoken: by then it would have been known what is to be shown.
    await expect.poll(async () => (await loaded()).join(' ')).toMatch(/prediction-/);
    expect((await loaded()).filter((name) => /^(tips|preact|shared)/.test(name))).toEqual([]);
    await page.context().close();
  });

  it('moves the growth value in the same frame as the action, and the hub confirms it', async () => {
    const page = await hub.visit(await newPerson(browser), 'bob');
    await page.locator('waymark-user-center').filter(growthIn('40')).waitFor();
    await expect.poll(() => hub.growth('bob')).toBe(40);
    // The forecast arrives by itself once the hub has spoken; only then can anything be foretold.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/prediction-/.test(name)),
    );
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    const foretold = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const { waymark } = window as unknown as Host;
          waymark('track', 'feature.shipped');
          requestAnimationFrame(() =>
            resolve((waymark('view') as { get(): { growth: number } }).get().growth),
          );
        }),
    );
    expect(foretold).toBe(80);
    await expect.poll(() => hub.growth('bob')).toBe(80);
    expect(page.problems).toEqual([]);
    await page.context().close();
  });

  it('shows another person of the company the new ranking without a reload', async () => {
    const first = await hub.visit(await newPerson(browser), 'cid');
    const second = await hub.visit(await newPerson(browser), 'dan');
    const ranking = second.locator('waymark-user-center');
    await ranking.getByRole('tab').nth(1).click();
    await ranking.getByText('cid').first().waitFor();
    await first.evaluate(() => (window as unknown as Host).waymark('track', 'feature.shipped'));
    await ranking.locator('li').filter({ hasText: 'cid' }).filter({ hasText: '80' }).first().waitFor();
    await first.context().close();
    await second.context().close();
  });

  it('keeps events while the hub is down, says so, and delivers them once it is back', async () => {
    const page = await hub.visit(await newPerson(browser), 'eve');
    await expect.poll(() => hub.growth('eve')).toBe(40);
    hub.down(true);
    await page.evaluate(() => (window as unknown as Host).waymark('track', 'feature.shipped'));
    await page.reload();
    hub.down(false);
    // The stub tracks at each load: 40 from before, 40 from while it was down, 40 from the reload.
    await expect.poll(() => hub.growth('eve'), { timeout: 60_000 }).toBe(120);
    await page.context().close();
  });
});

describe('parts of the user center as elements of their own', () => {
  it('shows them wherever the page puts them, now or later, and keeps what the person chooses', async () => {
    const page = await hub.visit(await newPerson(browser), 'ivy');
    const names = ['level', 'badge-wall', 'ranking', 'quests', 'streak', 'ledger', 'rewards'];
    await page.evaluate((parts) => {
      for (const part of parts) document.body.append(document.createElement(`waymark-${part}`));
    }, names);
    await page.locator('waymark-level [data-growth="40"]').waitFor();
    await page.locator('waymark-ledger').filter(growthIn('40')).waitFor();
    for (const name of names) {
      const text = () =>
        page.locator(`waymark-${name}`).evaluate((part) => part.shadowRoot?.textContent ?? '');
      await expect.poll(text).not.toBe('');
    }
    await page.locator('waymark-user-center .choose').click();
    await page.getByRole('switch').check();
    await page.getByText('Saved').waitFor();
    expect(page.problems).toEqual([]);
    await page.context().close();
  });
});

describe('the host page never breaks', () => {
  it('goes on when the script cannot be loaded', async () => {
    const page = await hub.visit(await newPerson(browser), 'fay', '/lost');
    await page.locator('#host').click();
    expect(await page.evaluate(() => typeof (window as unknown as Host).waymark)).toBe('function');
    await page.context().close();
  });

  it('works where the browser refuses all storage', async () => {
    const context = await newPerson(browser);
    await context.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
    const page = await hub.visit(context, 'gil');
    await page.locator('waymark-user-center').filter(growthIn('40')).waitFor();
    await expect.poll(() => hub.growth('gil')).toBe(40);
    expect(page.problems).toEqual([]);
    await context.close();
  });

  it('takes everything back when disposed', async () => {
    const page = await hub.visit(await newPerson(browser), 'hal');
    await page.locator('waymark-surface').waitFor({ state: 'attached' });
    await page.evaluate(() => (window as unknown as Host).waymark('dispose'));
    await page.locator('waymark-surface').waitFor({ state: 'detached' });
    expect(
      await page.evaluate(() => document.querySelector('waymark-user-center')?.shadowRoot?.textContent ?? ''),
    ).toBe('');
    expect(page.problems).toEqual([]);
    await page.context().close();
  });
});
