import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { STRICT_POLICY, servePages } from '../../../scripts/pages.mjs';
import { states } from '../fixtures/states.js';
import { GALLERY_ICON, GALLERY_PAGE } from '../gallery/bundle.mjs';
import { complaintsOf, openGallery, violationsOf } from './gallery.js';

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  const page = GALLERY_PAGE.replace('</head>', '<script src="/axe/axe.min.js"></script></head>');
  server = await servePages({
    policy: STRICT_POLICY,
    pages: { '/': page, '/gallery.js': inject('gallery'), '/icon.svg': GALLERY_ICON },
    folders: { '/axe/': new URL('../../../node_modules/axe-core/', import.meta.url).pathname },
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await server?.close();
});

async function withPage(
  options: Parameters<Browser['newContext']>[0],
  use: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-08-22T15:20:00+08:00');
    await use(page, context);
  } finally {
    await context.close();
  }
}

// Side by side, since each state is mostly one processor's work.
describe.concurrent('every state under the strict policy', { timeout: 300_000 }, () => {
  // The states take turns in the four looks.
  const names = Object.keys(states);
  const looks = [
    { theme: 'light', locale: 'en', turn: 0 },
    { theme: 'dark', locale: 'zh-CN', turn: 1 },
    { theme: 'dark', locale: 'en', turn: 2 },
    { theme: 'light', locale: 'zh-CN', turn: 3 },
  ];
  it.each(looks)(
    'has no complaint and no accessibility violation ($theme, $locale)',
    async ({ turn, ...look }) => {
      await withPage({ viewport: { width: 1000, height: 900 } }, async (page) => {
        const complaints = complaintsOf(page);
        const violations: string[] = [];
        for (const state of names.filter((_, i) => i % 4 === turn)) {
          await openGallery(page, server.url, { state, ...look, unread: '2' });
          for (const found of await violationsOf(page)) violations.push(`${state}: ${found}`);
        }
        expect(violations).toEqual([]);
        expect(complaints).toEqual([]);
      });
    },
  );

  it.each([
    { accent: '#ffff00', odd: 0 },
    { accent: '#000', odd: 1 },
    { accent: '#fff', odd: 0 },
    { accent: '#777', odd: 1 },
  ])('stays readable with the accent $accent', async ({ accent, odd }) => {
    await withPage({ viewport: { width: 1000, height: 900 } }, async (page) => {
      const violations: string[] = [];
      const shown = ['home', 'growth', 'level-up', 'company', 'preferences-alias', 'toast-level'];
      for (const [i, state] of shown.entries()) {
        const theme = i % 2 === odd ? 'light' : 'dark';
        await openGallery(page, server.url, { state, theme, accent, unread: '2' });
        for (const found of await violationsOf(page, ['color-contrast']))
          violations.push(`${state} ${theme} ${found}`);
      }
      expect(violations).toEqual([]);
    });
  });

  it.each(['panel', 'inline'])('fits into 320 px without scrolling sideways (%s)', async (mode) => {
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      const wide: string[] = [];
      // They take turns in these, too.
      for (const [i, state] of names.entries()) {
        if ((i % 2 === 0) !== (mode === 'panel')) continue;
        const locale = i % 4 < 2 ? 'en' : 'zh-CN';
        await openGallery(page, server.url, { state, locale, mode });
        wide.push(...(await page.evaluate(tooWide)).map((what) => `${state} ${locale}: ${what}`));
      }
      expect(wide).toEqual([]);
    });
  });

  it('fits a window zoomed to 200 %', async () => {
    // At 200 % a window of 1280 by 800 is 640 by 400 wide and high, in pixels twice as dense.
    await withPage({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, async (page) => {
      const found: string[] = [];
      for (const state of [
        'home',
        'growth',
        'company',
        'preferences-alias',
        'level-up',
        'toast-many',
        'parts',
      ]) {
        await openGallery(page, server.url, { state });
        found.push(...(await page.evaluate(tooWide)).map((what) => `${state}: ${what}`));
        const buttons = page
          .locator('.sheet button:visible, .toast button:visible, .piece button:visible')
          .last();
        await buttons.scrollIntoViewIfNeeded();
      }
      expect(found).toEqual([]);
    });
  });

  it('puts no markup with inline styles into the page', async () => {
    await withPage({}, async (page) => {
      await openGallery(page, server.url, { state: 'growth' });
      const counts = await page.evaluate(() => {
        const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
        const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
        return { roots: roots.length, styles: all.filter(({ localName }) => localName === 'style').length };
      });
      expect(counts).toEqual({ roots: 3, styles: 0 });
    });
  });
});

/** Boxes that reach out of the window or of a sheet that does not scroll sideways; runs in the page. */
function tooWide(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const { shadowRoot } of document.querySelectorAll('*')) {
    for (const element of shadowRoot?.querySelectorAll<HTMLElement>(
      '.sheet, .content, .main-panel, .piece, .toast, section, li, p, button, label, input',
    ) ?? []) {
      if (element.closest('.tabs, .jump') !== null || element.classList.contains('unseen')) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.right > width + 0.5 || box.left < -0.5)) {
        found.push(`${element.localName}.${element.className} reaches from ${box.left} to ${box.right}`);
      }
    }
  }
  return found;
}
