import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { STRICT_POLICY, servePages } from '../../../scripts/pages.mjs';
import { GALLERY_ICON, GALLERY_PAGE } from '../gallery/bundle.mjs';
import { openGallery } from './gallery.js';
import { compare, type Difference, toWebp } from './picture.js';

/**
 * Pictures that people have looked at and found right. After a change that is meant to be seen, write them anew with
 * `WAYMARK_BASELINES=write npx vitest run --project browser packages/widgets/browser/baselines.test.ts`, and look.
 */
const KEPT = new URL('baselines/', import.meta.url).pathname;
const SEEN = join(tmpdir(), 'waymark-baselines');
const WRITES = process.env.WAYMARK_BASELINES === 'write';

interface Look {
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly width: number;
}

const light: Look = { theme: 'light', locale: 'en', width: 440 };
const looks: readonly Look[] = [
  light,
  { ...light, theme: 'dark' },
  { ...light, locale: 'zh-CN' },
  { theme: 'dark', locale: 'zh-CN', width: 440 },
  { ...light, width: 320 },
];
/** States shown in every look, in a few, and only as they are. */
const MAIN = ['home', 'growth', 'company', 'parts'];
const OTHERS = [
  'preferences-alias',
  'level-up',
  'toast-many',
  'loading',
  'loading-growth',
  'empty',
  'refused',
  'rewards',
];
const ONCE = [
  'rtl',
  'rtl-growth',
  'rtl-company',
  'rtl-rewards',
  'rtl-preferences',
  'rtl-toast',
  'offline',
  'partial',
  'one',
  'huge',
  'lapsing',
  'league',
];
const NARROW = [
  'long',
  'long-growth',
  'company-long',
  'rewards-sure',
  'toast-long',
  'parts-empty',
  'parts-unknown',
];

const pictures: readonly (readonly [state: string, look: Look])[] = [
  ...MAIN.flatMap((state) => looks.map((look) => [state, look] as const)),
  ...OTHERS.flatMap((state) => [looks[0], looks[3]].map((look = light) => [state, look] as const)),
  ...ONCE.map((state) => [state, light] as const),
  ...NARROW.map((state) => [state, { ...light, width: 320 }] as const),
];

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;
let judge: Page;

beforeAll(async () => {
  const fonts = new URL('../../../node_modules/@fontsource-variable/inter/files/', import.meta.url).pathname;
  server = await servePages({
    policy: `${STRICT_POLICY}; font-src 'self'`,
    pages: { '/': GALLERY_PAGE, '/gallery.js': inject('gallery'), '/icon.svg': GALLERY_ICON },
    handle: (request, response) => {
      if (request.url !== '/font.woff2') return false;
      response.writeHead(200, { 'content-type': 'font/woff2' });
      response.end(readFileSync(join(fonts, 'inter-latin-wght-normal.woff2')));
      return true;
    },
  });
  browser = await sharedBrowser();
  judge = await browser.newPage();
});
afterAll(async () => {
  await judge?.close();
  await server?.close();
});

/** A picture of a state, as base64 of a PNG; sheets and toasts as they stand in the window, all else in full. */
async function take(state: string, { theme, locale, width }: Look, change = ''): Promise<string> {
  const stands = /^(level-up|.*toast|preferences|rtl-preferences)/.test(state);
  const context = await browser.newContext({
    viewport: { width, height: stands ? 640 : 400 },
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-08-22T15:20:00+08:00');
    const place = stands ? {} : { mode: 'inline', alone: '' };
    const query = { state, theme, locale, font: '', ...place };
    await openGallery(page, server.url, query);
    if (change !== '') {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        for (const { shadowRoot } of document.querySelectorAll('*')) {
          if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        }
      }, change);
    }
    return (await page.screenshot({ fullPage: !stands })).toString('base64');
  } finally {
    await context.close();
  }
}

const fileOf = (state: string, { theme, locale, width }: Look) => `${state}.${theme}.${locale}.${width}.webp`;

/** How much of a picture may differ. */
interface Tolerance {
  readonly blocks: number;
  readonly places: number;
}

const exact: Tolerance = { blocks: 0.01, places: 1 };
/** Chinese letters come from the machine, and a long line may break elsewhere: seen here with quite another font, 2.3 % and 10. */
const loose: Tolerance = { blocks: 0.03, places: 12 };
const toleranceOf = (state: string, { locale }: Look) =>
  locale === 'en' && !state.includes('long') ? exact : loose;

/** What is wrong with a picture, in words. */
function faultsOf(difference: Difference, tolerance: Tolerance): string[] {
  const { width, height, wasWidth, wasHeight, blocks, places } = difference;
  const faults: string[] = [];
  if (width !== wasWidth || Math.abs(height - wasHeight) > 2)
    faults.push(`expected ${wasWidth} × ${wasHeight} pixels, got ${width} × ${height}`);
  if (blocks > tolerance.blocks) faults.push(`${(blocks * 100).toFixed(1)} % of it differs`);
  if (places.length > tolerance.places) faults.push(`it looks different at ${places.slice(0, 8).join(' ')}`);
  return faults;
}

// Side by side, since each picture is mostly one processor's work.
describe.concurrent('widgets look as they did when people last looked', { timeout: 300_000 }, () => {
  it.each(pictures.map(([state, look]) => ({ name: fileOf(state, look), state, look })))(
    '$name',
    async (picture) => {
      const { name, state, look } = picture;
      const png = await take(state, look);
      if (WRITES) {
        mkdirSync(KEPT, { recursive: true });
        writeFileSync(join(KEPT, name), Buffer.from(await toWebp(judge, png), 'base64'));
        return;
      }
      expect(existsSync(join(KEPT, name)), `Expected ${name} in ${KEPT}. Write it and look at it.`).toBe(
        true,
      );
      const difference = await compare(judge, png, readFileSync(join(KEPT, name)).toString('base64'));
      const faults = faultsOf(difference, toleranceOf(state, look));
      if (faults.length > 0) {
        mkdirSync(SEEN, { recursive: true });
        writeFileSync(join(SEEN, name.replace('.webp', '.png')), Buffer.from(png, 'base64'));
        faults.push(`see ${SEEN}`);
      }
      expect(faults).toEqual([]);
    },
  );

  it.runIf(!WRITES).each([
    ['a section is moved by 12 px', '.week{position:relative;inset-inline-start:12px}'],
    ['a card loses its padding', '.root .card{padding:0}'],
    ['a ring is missing', '.ring{visibility:hidden}'],
    ['the accent is another', '.root .next-step{background:gold}'],
    ['a card reaches out of the sheet', '.root .checklist{inline-size:150%}'],
    ['letters are larger', '.root{font-size:15px}'],
  ])('would be seen to differ when %s', async (_what, css) => {
    const kept = readFileSync(join(KEPT, fileOf('home', light))).toString('base64');
    const difference = await compare(judge, await take('home', light, css), kept);
    expect(faultsOf(difference, exact)).not.toEqual([]);
  });
});
