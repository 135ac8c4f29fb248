import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';
import { GALLERY_ICON, GALLERY_PAGE } from '../gallery/bundle.mjs';
import { complaintsOf, openGallery } from './gallery.js';

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  server = await servePages({
    pages: { '/': GALLERY_PAGE, '/gallery.js': inject('gallery'), '/icon.svg': GALLERY_ICON },
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await server?.close();
});

async function withPage(
  query: Readonly<Record<string, string>>,
  use: (page: Page) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await openGallery(page, server.url, query);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The element that has the focus, shadow roots included, by its accessible name or class. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

describe('with the keyboard alone', () => {
  it('opens, walks the tabs and a badge, closes, and has the focus back', async () => {
    await withPage({ state: 'home', closed: '' }, async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Your progress' });
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Your progress');
      await page.keyboard.press('Enter');
      await dialog.waitFor();
      expect(await focused(page)).toBe('Your progress');

      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Home');
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe('Growth');
      expect(await page.getByRole('tab', { name: 'Growth' }).getAttribute('aria-selected')).toBe('true');
      await page.getByRole('heading', { name: 'Badges' }).waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe('Home');
      await page.keyboard.press('End');
      expect(await focused(page)).toBe('Growth');

      const badge = page.getByRole('button', { name: 'Shipper, Silver' });
      await badge.focus();
      await page.keyboard.press('Enter');
      expect(await badge.getAttribute('aria-expanded')).toBe('true');
      await page.getByText('34 of 100').waitFor();
      await page.keyboard.press('Enter');
      expect(await badge.getAttribute('aria-expanded')).toBe('false');

      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Your progress');
      expect(await page.getByRole('button', { name: 'Your progress' }).getAttribute('aria-expanded')).toBe(
        'false',
      );
    });
  });

  it('walks quests, jumps between sections, and opens and leaves the preferences', async () => {
    await withPage({ state: 'growth' }, async (page) => {
      const jump = page.getByRole('navigation', { name: 'Growth' });
      await jump.getByRole('button', { name: 'Quests' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Your first release');
      const quest = page.getByRole('button', { name: /^Your first release/ });
      expect(await quest.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Space');
      expect(await quest.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Autumn cleaning');

      const others = page.getByRole('button', { name: 'How others see you' });
      await others.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Preferences' }).waitFor();
      expect(await focused(page)).toBe('Back');
      await page.keyboard.press('Tab');
      expect(await page.getByRole('radio', { name: /^My name/ }).isChecked()).toBe(true);
      await page.keyboard.press('ArrowDown');
      await page.getByText('Saved').waitFor();
      expect(await page.getByRole('radio', { name: /^An alias/ }).isChecked()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Owl');
      await page.keyboard.press('Enter');
      await page.getByText('Saved').waitFor();
      await page.getByRole('switch', { name: /^Quiet mode/ }).focus();
      await page.keyboard.press('Space');
      await page.getByText('Saved').waitFor();
      expect(await page.evaluate(() => window.gallery.calls)).toEqual([
        'prefer {"ranking":"alias"}',
        'prefer {"alias":"Owl"}',
        'prefer {"quiet":true}',
      ]);
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Preferences' }).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('How others see you');
      await page.getByRole('dialog').waitFor();
    });
  });

  it('reaches the company tab, whose view is loaded then', async () => {
    await withPage({ state: 'company', closed: '' }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'Company' }).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toBe('Company');
      await page.getByRole('heading', { name: 'Where people wait' }).waitFor();
    });
  });

  it('reaches the toast, which never takes the focus, and leaves it', async () => {
    await withPage({ state: 'toast' }, async (page) => {
      const toast = page.getByRole('region', { name: 'Badge earned, gold' });
      await toast.waitFor();
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await page.getByRole('button', { name: 'Have a look' }).focus();
      await page.keyboard.press('Escape');
      await toast.waitFor({ state: 'detached' });
      await page.evaluate(() => window.gallery.show('home'));
      await page.evaluate(() => window.gallery.show('level-up'));
      await page.getByRole('button', { name: 'Have a look' }).press('Enter');
      await page.getByRole('dialog', { name: 'Your progress' }).waitFor();
    });
  });

  it('walks the parts that stand alone', async () => {
    await withPage({ state: 'parts' }, async (page) => {
      await page.getByRole('button', { name: 'Shipper, Silver' }).press('Enter');
      await page.getByText('34 of 100').waitFor();
      await page.getByRole('tab', { name: 'This week' }).press('ArrowRight');
      expect(await focused(page)).toBe('This month');
      await page.getByRole('button', { name: 'How others see you' }).press('Enter');
      await page.getByRole('region', { name: 'Preferences' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'This week' }).waitFor();
      await page.getByRole('button', { name: /^Settle in/ }).press('Enter');
      await page.getByText('The first week, well begun.').waitFor();
      await page.getByRole('button', { name: 'Show 20 more' }).press('Enter');
    });
  });

  it('redeems a reward, and changes its mind before', async () => {
    await withPage({ state: 'rewards' }, async (page) => {
      await page.getByRole('button', { name: 'Redeem A mug for your desk' }).press('Enter');
      expect(await focused(page)).toBe('Redeem for 200 Credits');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Your progress' }).waitFor();
      expect(await focused(page)).toBe('Redeem A mug for your desk');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByText('It is yours. 200 Credits spent.').waitFor();
      await page.getByText('1,040').waitFor();
      expect(await page.evaluate(() => window.gallery.calls)).toEqual(['redeem mug']);
    });
  });

  it('turns the arrows round from right to left', async () => {
    await withPage({ state: 'rtl' }, async (page) => {
      await page.getByRole('tab', { name: 'Home' }).focus();
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toContain('Growth');
    });
  });
});

describe('while things change', () => {
  it('keeps the header where it was when the skeleton is filled', async () => {
    for (const state of ['home', 'long', 'partial', 'huge']) {
      await withPage({ state: 'loading' }, async (page) => {
        const places = () =>
          page
            .locator('.head, .crest, .tabs.main [role=tab]:nth-child(-n + 2), .main-panel')
            .evaluateAll((all) =>
              all.map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect();
                return [x, y, width, height];
              }),
            );
        const before = await places();
        await page.evaluate((next) => window.gallery.show(next), state);
        await page.getByRole('heading', { name: 'Growth value' }).waitFor();
        expect(await places(), state).toEqual(before);
      });
    }
  });

  it('shows foretold points in the same frame, quietly, and says confirmed ones aloud', async () => {
    await withPage({ state: 'home' }, async (page) => {
      const shown = await page.evaluate(
        () =>
          new Promise((resolve) => {
            window.gallery.show('pending');
            requestAnimationFrame(() => {
              const root = [...document.querySelectorAll('*')]
                .map((host) => host.shadowRoot)
                .find((r) => r?.querySelector('.sheet'));
              resolve(root?.querySelector('[data-growth]')?.textContent);
            });
          }),
      );
      expect(shown).toBe('1,290');
      await page.getByText('+50 on the way').waitFor();
      const status = page.locator('.sheet > [role=status]');
      expect(await status.textContent()).toBe('');
      await page.evaluate(() => {
        const { snapshot } = window.gallery.view();
        if (snapshot)
          window.gallery.show({ snapshot: { ...snapshot, growth: 1290 }, growth: 1290, pending: [] });
      });
      await page.getByText('+50. Growth value 1,290.').waitFor();
    });
  });

  it.each([
    { state: 'home', width: 1000 },
    { state: 'home', width: 320 },
    { state: 'rtl', width: 1000 },
    { state: 'rtl', width: 320 },
  ])(
    'is out of reach of eyes, keys and screen readers while it is ready ($state, $width px)',
    async (look) => {
      const { state, width } = look;
      await withPage(
        { state, closed: '' },
        async (page) => {
          const before = await page.screenshot();
          const size = () => page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          const sizeBefore = await size();
          await page.evaluate(() => window.gallery.center.prepare());
          const ready = page.locator('.sheet.ready');
          await ready.waitFor({ state: 'attached' });
          expect((await page.screenshot()).equals(before)).toBe(true);
          expect(await size()).toEqual(sizeBefore);
          expect(await page.getByRole('dialog').count()).toBe(0);
          for (let i = 0; i < 8; i++) {
            await page.keyboard.press('Tab');
            expect(await page.evaluate(() => window.gallery.center.isOpen)).toBe(false);
            expect(
              await ready.evaluate((sheet) => (sheet.getRootNode() as ShadowRoot).activeElement),
            ).toBeNull();
          }
        },
        { viewport: { width, height: 900 } },
      );
    },
  );

  it('comes into sight before it takes the focus, which follows by itself', async () => {
    await withPage({ state: 'home', closed: '' }, async (page) => {
      await page.evaluate(() => window.gallery.center.prepare());
      const sheet = page.locator('.sheet');
      await sheet.waitFor({ state: 'attached' });
      const shown = await sheet.evaluate((element) => {
        window.gallery.center.open();
        const { left, right } = element.getBoundingClientRect();
        return { isIn: left > 0 && right < innerWidth, hasFocus: element.matches(':focus') };
      });
      expect(shown).toEqual({ isIn: true, hasFocus: false });
      await page.getByRole('dialog', { name: 'Your progress' }).waitFor();
      expect(await sheet.evaluate((element) => element.matches(':focus'))).toBe(true);
    });
  });

  it('counts up where motion is welcome, ends on the number, and slides away', async () => {
    await withPage(
      { state: 'home' },
      async (page) => {
        await page.evaluate(() => window.gallery.show('pending'));
        await page.locator('.value', { hasText: /^1,290$/ }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      },
      { reducedMotion: 'no-preference' },
    );
  });

  it('gives the focus back while it slides away', async () => {
    await withPage(
      { state: 'home', closed: '' },
      async (page) => {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.sheet').waitFor({ state: 'detached' });
        expect(await focused(page)).toBe('Your progress');
      },
      { reducedMotion: 'no-preference' },
    );
  });

  it('congratulates once on a level the hub confirmed, and never on one foretold', async () => {
    await withPage({ state: 'home' }, async (page) => {
      const moment = page.getByText('Level 5 reached', { exact: true });
      await page.evaluate(() => window.gallery.show({ growth: 1_512, level: 4 }));
      await page.getByText('Trailblazer', { exact: true }).first().waitFor();
      expect(await moment.count()).toBe(0);
      await page.evaluate(() => window.gallery.show('level-up'));
      await moment.waitFor();
      await page.keyboard.press('Escape');
      await moment.waitFor({ state: 'detached' });
      await page.evaluate(() => window.gallery.show('home'));
      await page.evaluate(() => window.gallery.center.close());
      await page.evaluate(() => window.gallery.center.open());
      await page.getByRole('dialog').waitFor();
      expect(await moment.count()).toBe(0);
    });
  });

  it('counts new awards on the launcher until they are seen', async () => {
    await withPage({ state: 'home', closed: '', unread: '15' }, async (page) => {
      const launcher = page.getByRole('button', { name: /^Your progress/ });
      expect(await launcher.getAttribute('aria-label')).toBe('Your progress, 2 new awards');
      await launcher.click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await launcher.getAttribute('aria-label')).toBe('Your progress');
    });
  });

  it('tries again when asked to', async () => {
    await withPage({ state: 'refused' }, async (page) => {
      await page.getByRole('button', { name: 'Try again' }).click();
      expect(await page.evaluate(() => window.gallery.calls)).toEqual(['retry']);
    });
  });
});

it('keeps a toast out of the way of a dialog of the page', async () => {
  await withPage({ state: 'home', closed: '' }, async (page) => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.textContent = 'A question of the page';
      document.body.append(dialog);
      dialog.showModal();
      window.gallery.show('level-up');
    });
    const toast = page.getByRole('region', { name: 'Level 5 reached' });
    // The launcher knows of the award by then.
    await page.locator('.unread').waitFor({ state: 'attached' });
    expect(await toast.count()).toBe(0);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await toast.waitFor();
  });
});

it('leaves nothing behind', async () => {
  await withPage({ state: 'home', mode: 'inline' }, async (page) => {
    const left = await page.evaluate(() => {
      window.gallery.center.dispose();
      window.gallery.launcher.dispose();
      window.gallery.toast.dispose();
      const host = document.querySelector('waymark-user-center');
      return {
        surfaces: document.querySelectorAll('waymark-surface').length,
        nodes: host?.shadowRoot?.childNodes.length,
        style: host?.getAttribute('style') ?? '',
      };
    });
    expect(left).toEqual({ surfaces: 0, nodes: 0, style: '' });
  });
});

it('follows every token a vendor sets', async () => {
  await withPage({ state: 'home' }, async (page) => {
    const look = () =>
      page.locator('.next-step').evaluate((card) => {
        const sheet = card.closest('.sheet') as HTMLElement;
        const { padding, borderRadius } = getComputedStyle(card);
        const { boxShadow, color, backgroundColor, fontFamily, fontSize } = getComputedStyle(sheet);
        return { padding, borderRadius, boxShadow, color, backgroundColor, fontFamily, fontSize };
      });
    const before = await look();
    await page.evaluate(() =>
      window.gallery.center.update({
        tokens: {
          space: '6px',
          radius: '2px',
          shadow: 'none',
          text: 'oklch(40% 0.1 250)',
          surface: 'lavender',
          'font-family': 'monospace',
          'font-size': '18px',
        },
      }),
    );
    const after = await look();
    for (const [name, value] of Object.entries(after)) {
      expect(value, name).not.toBe(before[name as keyof typeof before]);
    }
    expect(after).toMatchObject({
      padding: '24px',
      borderRadius: '2px',
      boxShadow: 'none',
      fontSize: '18px',
    });
    expect(after.backgroundColor).toBe('rgb(230, 230, 250)');
  });
});
