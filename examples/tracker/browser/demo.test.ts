import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  complaintsOf,
  globalsOf,
  overflowOf,
  violationsOf,
} from '../../../packages/console/browser/page-checks.js';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { type Demo, demoFolder, startDemo } from './demo-server.js';

const COMPANY = 'c_27fc822b';
const FIRST = 'u_9f85a8515e';
const SECOND = 'u_569358af0d';
const QUIET = 'u_10657d0427';
const EVENTS = [
  'feature.shipped',
  'bug.fixed',
  'review.merged',
  'release.cut',
  'change.committed',
  'doc.written',
  'test.added',
];

let browser: Browser;
let demo: Demo;
const folder = demoFolder();

beforeAll(async () => {
  [browser, demo] = await Promise.all([sharedBrowser(), startDemo(folder.path)]);
});
afterAll(async () => {
  await demo?.stop();
  folder.remove();
});

interface Host {
  waymark(command: string, ...args: unknown[]): unknown;
}

async function visit(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(demo.url + path);
    await page.locator('.row').first().waitFor();
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const as = (userId: string, companyId = COMPANY) => `/?as=${userId}@${companyId}`;
/** Waits until the hub has spoken, and gives the growth value that is shown. */
const growthOn = (page: Page): Promise<number> =>
  page
    .waitForFunction(() => {
      const view = (window as unknown as Host).waymark('view') as
        | { get?(): { snapshot: unknown; growth: number } }
        | undefined;
      // Before the script is there, its stub answers nothing of use.
      const now = view?.get?.();
      return now?.snapshot ? { growth: now.growth } : null;
    })
    .then(async (handle) => ((await handle.jsonValue()) as { growth: number }).growth);

describe('the demo', () => {
  it('imports the real activity on its first start and says so', () => {
    expect(demo.said).toContain('37,231 events imported');
  });

  it('signs somebody in when the address names nobody, and nobody who is not there', async () => {
    const answer = await fetch(`${demo.url}/`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/?as=${FIRST}@${COMPANY}`]);
    expect((await fetch(`${demo.url}/demo/token?as=u_nobody@${COMPANY}`)).status).toBe(404);
  });

  it('turns each of the seven things into one event', async () => {
    await visit(as(QUIET, 'c_faad5a5c'), async (page) => {
      const before = await growthOn(page);
      const known = await demo.person('c_faad5a5c', QUIET);
      expect(before).toBe(known.growth);
      for (const event of EVENTS) await page.locator(`button[data-event="${event}"]`).click();
      await expect
        .poll(async () => {
          const { ledger } = await demo.person('c_faad5a5c', QUIET);
          return new Set(ledger.rows.slice(0, 14).map(({ event }) => event));
        })
        .toEqual(new Set(EVENTS));
      const { events, growth } = await demo.person('c_faad5a5c', QUIET);
      await expect.poll(() => growthOn(page)).toBe(growth);
      // Beside the seven the SDK has said once who is here and for whom.
      expect(events - known.events).toBeLessThanOrEqual(EVENTS.length + 2);
      expect(await page.locator('.row', { hasText: 'You' }).count()).toBe(EVENTS.length);
    });
  });

  it('moves the growth value at once, and a colleague sees the ranking change, as do the operators', async () => {
    await visit(as(FIRST), async (first) => {
      await visit(as(SECOND), async (second) => {
        await Promise.all([growthOn(first), growthOn(second)]);
        await second.evaluate(() => (window as unknown as Host).waymark('open'));
        await second.getByRole('tab', { name: 'Growth' }).click();

        const console_ = await first.context().newPage();
        await console_.goto(`${demo.url}/waymark/console/#token=${demo.token}`);
        await console_.locator('.pill-live').waitFor();

        const mover = await first.locator('.person-name').first().textContent();
        const named = second.getByRole('dialog').getByText(mover ?? '');
        await second.getByRole('dialog').getByText('This week').first().waitFor();
        expect(await named.count()).toBe(0);

        const moved = await first.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const { waymark } = window as unknown as Host;
              const view = waymark('view') as { get(): { growth: number } };
              const before = view.get().growth;
              document.querySelector<HTMLElement>('[data-event="feature.shipped"]')?.click();
              requestAnimationFrame(() => resolve(view.get().growth - before));
            }),
        );
        expect(moved).toBeGreaterThanOrEqual(40);
        await named.first().waitFor();
        const row = console_.locator('.live-row', { hasText: 'feature.shipped' }).first();
        await row.getByText('Shipped a feature', { exact: true }).waitFor();
      });
    });
  });

  it('finds another person and signs in as them', async () => {
    await visit(as(FIRST), async (page) => {
      await page.getByTitle('Switch person').click();
      await page.getByRole('dialog').getByPlaceholder('Name or id').fill(SECOND);
      await page.getByText('1 of 1 people').waitFor();
      await page.locator('.people-link').click();
      await page.waitForURL((url) => url.searchParams.get('as') === `${SECOND}@${COMPANY}`);
      await page.locator('.row').first().waitFor();
    });
  });

  it('is up again at once, and has kept everything', async () => {
    const { growth } = await demo.person(COMPANY, FIRST);
    await demo.stop();
    demo = await startDemo(folder.path);
    expect(demo.said).toContain('All of it is there already');
    expect((await demo.person(COMPANY, FIRST)).growth).toBe(growth);
  });
});

describe('the host page with Waymark in it', () => {
  it('has no global but waymark', () =>
    visit(as(FIRST), async (page) => {
      await growthOn(page);
      expect(await globalsOf(page)).toEqual(['waymark']);
    }));

  const tabs = ['overview', 'changes', 'reviews', 'releases', 'docs'];

  // Each tab in two of the four looks that have nothing in common.
  it.each([
    { locale: 'en-US', colorScheme: 'light', odd: 0 },
    { locale: 'zh-CN', colorScheme: 'dark', odd: 0 },
    { locale: 'zh-CN', colorScheme: 'light', odd: 1 },
    { locale: 'en-US', colorScheme: 'dark', odd: 1 },
  ] as const)('is accessible in $locale, $colorScheme', ({ odd, ...options }) =>
    visit(
      as(FIRST),
      async (page) => {
        await growthOn(page);
        for (const tab of tabs.filter((_, i) => i % 2 === odd)) {
          await page.evaluate((to) => {
            location.hash = `#/${to}`;
          }, tab);
          await page.locator('.row').first().waitFor();
          expect(await violationsOf(page), tab).toEqual([]);
        }
        await page.locator('.person').click();
        await page.locator('.people-link').first().waitFor();
        expect(await violationsOf(page), 'picker').toEqual([]);
      },
      options,
    ),
  );

  it('fits into 320 pixels', () =>
    visit(
      as(FIRST),
      async (page) => {
        for (const tab of tabs) {
          await page.evaluate((to) => {
            location.hash = `#/${to}`;
          }, tab);
          await page.locator('.row').first().waitFor();
          expect(await overflowOf(page), tab).toBe(0);
        }
      },
      { viewport: { width: 320, height: 700 } },
    ));

  it('hands its language and colours on to Waymark', () =>
    visit(as(FIRST), async (page) => {
      await growthOn(page);
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '待办工作' }).waitFor();
      await growthOn(page);
      await page.evaluate(() => (window as unknown as Host).waymark('open'));
      await page.getByRole('tab', { name: '首页' }).waitFor();
    }));
});
