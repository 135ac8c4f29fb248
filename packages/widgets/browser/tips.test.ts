import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { STRICT_POLICY, servePages } from '../../../scripts/pages.mjs';
import { GALLERY_ICON, TIPS_PAGE } from '../gallery/bundle.mjs';
import type { TipsGallery } from '../gallery/tips.js';
import { complaintsOf, violationsOf } from './gallery.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The text of the module that shows tips. */
    tips: string;
  }
}

const FRAMED =
  '<!doctype html><html lang="en"><title>Framed</title><body><button data-waymark="late">Inside</button></body></html>';

const tipsOn = (page: Page) => ({
  facts: () =>
    page.evaluate(() =>
      (window as unknown as { gallery: TipsGallery }).gallery.facts.map(({ properties: { kind, part } }) =>
        part === undefined ? kind : `${kind} ${part}`,
      ),
    ),
  errors: () => page.evaluate(() => (window as unknown as { gallery: TipsGallery }).gallery.errors),
  calls: () => page.evaluate(() => (window as unknown as { gallery: TipsGallery }).gallery.calls),
});

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  const html = TIPS_PAGE.replace('</head>', '<script src="/axe/axe.min.js"></script></head>');
  server = await servePages({
    policy: `${STRICT_POLICY};frame-src 'self'`,
    pages: {
      '/': html,
      '/other': html,
      '/framed': FRAMED,
      '/tips.js': inject('tips'),
      '/icon.svg': GALLERY_ICON,
    },
    folders: { '/axe/': new URL('../../../node_modules/axe-core/', import.meta.url).pathname },
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await server?.close();
});

async function withTips(
  query: Readonly<Record<string, string>>,
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${server.url}/?${new URLSearchParams(query)}`);
    await use(page, context);
    expect(await tipsOn(page).errors()).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const gone = (page: Page, name: string) => dialog(page, name).waitFor({ state: 'hidden', timeout: 1_000 });
const back = (page: Page, name: string) => dialog(page, name).waitFor({ state: 'visible', timeout: 2_000 });

/** The element that has the focus, shadow roots included, by its accessible name or text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? (element?.textContent?.trim() || element?.tagName) ?? '';
  });

describe('a tour', () => {
  it('is walked by keyboard alone, and gives the focus back where it was', async () => {
    await withTips({ show: '' }, async (page) => {
      await page.locator('#invite').focus();
      await page.evaluate(() => {
        const { gallery } = window as unknown as { gallery: TipsGallery };
        if (gallery.all.tour) gallery.show([gallery.all.tour]);
      });
      await back(page, 'Share a report (one)');
      expect(await focused(page)).toBe('Share a report (one)');
      await page.keyboard.press('ArrowRight');
      await back(page, 'Share a report (two)');
      expect(await focused(page)).toBe('Share a report (two)');
      await page.keyboard.press('ArrowLeft');
      await back(page, 'Share a report (one)');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Close');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Next');
      await page.keyboard.press('Enter');
      await back(page, 'Share a report (two)');
      await page.keyboard.press('Escape');
      await gone(page, 'Share a report (two)');
      expect(await focused(page)).toBe('Invite');
      expect(await tipsOn(page).facts()).toEqual([
        'step one',
        'step two',
        'step one',
        'step two',
        'dismissed two',
      ]);
    });
  });

  it('scrolls to what is far, and ends with its last step', async () => {
    await withTips({ show: 'tour' }, async (page) => {
      await back(page, 'Share a report (one)');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Next' }).click();
      await back(page, 'Share a report (three)');
      const [card, far] = [
        await dialog(page, 'Share a report (three)').boundingBox(),
        await page.locator('#far').boundingBox(),
      ];
      if (!card || !far) throw new Error('Expected both in sight.');
      expect(far.y).toBeGreaterThan(0);
      expect(far.y + far.height).toBeLessThanOrEqual(700);
      expect(card.y >= far.y + far.height || card.y + card.height <= far.y).toBe(true);
      await page.getByRole('button', { name: 'Done' }).click();
      await gone(page, 'Share a report (three)');
      expect(await tipsOn(page).facts()).toContain('completed');
    });
  });

  it('goes on after a reload where it was, without a second claim', async () => {
    await withTips({ show: 'tour' }, async (page) => {
      await back(page, 'Share a report (one)');
      await page.getByRole('button', { name: 'Next' }).click();
      await back(page, 'Share a report (two)');
      expect(await tipsOn(page).calls()).toEqual(['claim tour']);
      await page.goto(`${server.url}/other`);
      await back(page, 'Share a report (two)');
      expect(await tipsOn(page).calls()).toEqual([]);
    });
  });

  it('is shown in one of two tabs, and in neither once it is over', async () => {
    await withTips({ show: 'tour' }, async (page, context) => {
      await back(page, 'Share a report (one)');
      const other = await context.newPage();
      await other.goto(`${server.url}/?show=tour,banner`);
      await other.getByRole('region', { name: 'Share a report' }).waitFor();
      expect(await dialog(other, 'Share a report (one)').count()).toBe(0);
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await gone(page, 'Share a report (one)');
      await other.bringToFront();
      expect(await tipsOn(other).calls()).toEqual(['claim banner']);
    });
  });
});

describe('the element it stands by', () => {
  it.each<[string, () => void, () => void]>([
    ['is removed and put back', () => document.querySelector('#share')?.remove(), () => {}],
    [
      'is not drawn',
      () => document.querySelector('#share')?.setAttribute('hidden', ''),
      () => document.querySelector('#share')?.removeAttribute('hidden'),
    ],
    [
      'lies in what is inert',
      () => document.querySelector('p')?.setAttribute('inert', ''),
      () => document.querySelector('p')?.removeAttribute('inert'),
    ],
    ['is scrolled away', () => scrollTo(0, 600), () => scrollTo(0, 0)],
    [
      'is covered by a dialog of the page',
      () => {
        const box = document.createElement('dialog');
        document.body.append(box);
        box.showModal();
      },
      () => document.querySelector('dialog')?.close(),
    ],
  ])('%s: the step leaves and returns', async (_, leave, comeBack) => {
    await withTips({ show: 'tour' }, async (page) => {
      await back(page, 'Share a report (one)');
      await page.evaluate(() => {
        const share = document.querySelector('#share') as HTMLElement;
        Object.assign(window, { share, place: share.parentElement });
      });
      await page.evaluate(leave);
      await gone(page, 'Share a report (one)');
      await page.evaluate(comeBack);
      await page.evaluate(() => {
        const { share, place } = window as unknown as { share: HTMLElement; place: HTMLElement };
        if (share.isConnected) return;
        // As a framework would: another element for the same.
        const fresh = document.createElement('button');
        fresh.textContent = 'Share';
        fresh.dataset.waymark = 'share';
        place.append(fresh);
      });
      await back(page, 'Share a report (one)');
    });
  });
});

/** Every kind, those together that are seen side by side. */
const KINDS = ['tour,launcher', 'tooltip,banner', 'hotspot,card', 'checklist', 'modal', 'slideout', 'popup'];

describe('every kind', () => {
  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
    ['dark', 'ar'],
  ])('has no accessibility violation (%s, %s)', async (theme, locale) => {
    const violations: string[] = [];
    for (const kind of KINDS) {
      await withTips({ show: kind, theme, locale }, async (page) => {
        const count = kind.split(',').length;
        await page.waitForFunction(
          (n) => document.querySelectorAll('waymark-tip:not([hidden])').length === n,
          count,
        );
        if (kind.includes('hotspot')) await page.locator('waymark-tip .dot').click();
        for (const found of await violationsOf(page)) violations.push(`${kind}: ${found}`);
      });
    }
    expect(violations).toEqual([]);
  });
});

describe('a hostile page', () => {
  it('does not change how it looks', async () => {
    const box = (page: Page) => dialog(page, 'Share a report (one)').boundingBox();
    const calm = await new Promise<unknown>((resolve) => {
      void withTips({ show: 'tour' }, async (page) => {
        await back(page, 'Share a report (one)');
        resolve(await box(page));
      });
    });
    await withTips({ show: 'tour', hostile: '' }, async (page) => {
      await back(page, 'Share a report (one)');
      const { width } = (await box(page)) ?? { width: 0 };
      expect(width).toBe((calm as { width: number }).width);
      const style = await page.evaluate(() => {
        const host = document.querySelector('waymark-tip') as HTMLElement;
        const { position, display, zIndex, direction } = getComputedStyle(host);
        return { position, display, zIndex, direction };
      });
      expect(style).toEqual({ position: 'fixed', display: 'block', zIndex: '2147483000', direction: 'ltr' });
      // What lies above everything of the page's own lies below ours.
      const card = await box(page);
      const top = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, {
        x: (card?.x ?? 0) + 20,
        y: (card?.y ?? 0) + 20,
      });
      expect(top).toBe('WAYMARK-TIP');
    });
  });

  it('may take it away once, and is left alone when it does so again and again', async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    const page = await context.newPage();
    await page.goto(`${server.url}/?show=tour`);
    await back(page, 'Share a report (one)');
    await page.evaluate(() => document.querySelector('waymark-tip')?.remove());
    await back(page, 'Share a report (one)');
    for (let i = 0; i < 2; i++) {
      await page.waitForFunction(() => document.querySelector('waymark-tip'));
      await page.evaluate(() => document.querySelector('waymark-tip')?.remove());
    }
    await expect.poll(() => tipsOn(page).errors()).toEqual([expect.stringContaining('keeps removing')]);
    expect(await page.locator('waymark-tip').count()).toBe(0);
    expect(await tipsOn(page).facts()).not.toContain('dismissed one');
    await context.close();
  });

  it('may freeze what all objects share and put its own in place of queries', async () => {
    await withTips({ show: 'tour', frozen: '' }, async (page) => {
      await back(page, 'Share a report (one)');
      await page.getByRole('button', { name: 'Next' }).click();
      await back(page, 'Share a report (two)');
    });
  });

  it('or a hub that was taken over puts nothing but characters into it', async () => {
    await withTips({ show: 'hostile' }, async (page) => {
      await dialog(page, '<img src=x onerror=alert(1)>').waitFor();
      const inside = await page.evaluate(() => {
        const root = document.querySelector('waymark-tip')?.shadowRoot;
        const made = [...(root?.querySelectorAll('img,script,iframe,svg:not(.icon)') ?? [])].map(
          ({ tagName }) => tagName,
        );
        const links = [...(root?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
        return { made, links, text: root?.textContent };
      });
      expect(inside.made).toEqual([]);
      expect(inside.links).toEqual(['/fine']);
      expect(inside.text).toContain('<script>alert(2)</script>');
    });
  });

  it('gets a selector that throws told as lost, with what was tried', async () => {
    await withTips({ show: 'broken' }, async (page) => {
      const lost = () =>
        page.evaluate(() =>
          (window as unknown as { gallery: TipsGallery }).gallery.facts.map(({ properties }) => properties),
        );
      await expect
        .poll(lost, { timeout: 8_000 })
        .toEqual([
          { campaignId: 'broken', kind: 'anchor_lost', tried: ['##: no selector', '##: not found'] },
        ]);
      expect(await tipsOn(page).calls()).toEqual([]);
    });
  });
});

describe('where it stands', () => {
  it('is within a dialog of the page that holds the element, and can be used there', async () => {
    await withTips({ show: 'late' }, async (page) => {
      await page.evaluate(() => {
        const box = document.createElement('dialog');
        const button = document.createElement('button');
        button.textContent = 'Inside';
        button.dataset.waymark = 'late';
        box.append(button);
        document.body.append(box);
        box.showModal();
      });
      await back(page, 'Share a report');
      await page.getByRole('button', { name: 'Later' }).click();
      await gone(page, 'Share a report');
      expect(await tipsOn(page).facts()).toEqual(['snoozed']);
    });
  });

  it.each([
    [
      'an open shadow root',
      () => {
        const host = document.body.appendChild(document.createElement('x-host'));
        setTimeout(() => {
          const button = document.createElement('button');
          button.dataset.waymark = 'late';
          button.textContent = 'Inside';
          host.attachShadow({ mode: 'open' }).append(button);
        }, 300);
      },
    ],
    [
      'a frame of the same origin',
      () => {
        const frame = document.createElement('iframe');
        frame.title = 'Frame';
        frame.src = '/framed';
        document.querySelector('main')?.prepend(frame);
      },
    ],
  ])('finds an element in %s', async (_, make) => {
    await withTips({ show: 'late' }, async (page) => {
      await page.evaluate(make);
      await dialog(page, 'Share a report').waitFor({ timeout: 4_000 });
      const card = await dialog(page, 'Share a report').boundingBox();
      const inside =
        page.frames().length > 1 ? page.frames()[1]?.locator('button') : page.locator('x-host button');
      const target = await inside?.boundingBox();
      if (!card || !target) throw new Error('Expected both in sight.');
      expect(card.y >= target.y + target.height || card.y + card.height <= target.y).toBe(true);
    });
  });

  it('is at its element on a page that zooms itself, and out of what the page makes inert', async () => {
    await withTips({ show: 'late' }, async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.zoom = '1.5';
        const share = document.querySelector('#share') as HTMLElement;
        share.hidden = true;
        share.dataset.waymark = 'late';
      });
      await page.evaluate(() => {
        (document.querySelector('#share') as HTMLElement).hidden = false;
      });
      await back(page, 'Share a report');
      const card = await dialog(page, 'Share a report').boundingBox();
      const share = await page.locator('#share').boundingBox();
      if (!card || !share) throw new Error('Expected both in sight.');
      expect(Math.round(card.y - share.y - share.height)).toBe(18);
      await page.evaluate(() => {
        (document.querySelector('waymark-tip') as HTMLElement).inert = true;
      });
      await page.getByRole('button', { name: 'Later' }).click({ timeout: 2_000 });
      await gone(page, 'Share a report');
    });
  });
});
