import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';
import { createFakeHub, entryOf, liveEventOf, people, TOKEN } from './fake-hub.mjs';
import { complaintsOf, globalsOf, overflowOf, violationsOf } from './page-checks.js';

const DIST = new URL('../dist/', import.meta.url).pathname;
const HOME = '/waymark/console/index.html';
const WHEN = '2026-08-22T20:04:36+08:00';

let browser: Browser;
let hub: ReturnType<typeof createFakeHub>;
let site: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  browser = await sharedBrowser();
});
beforeEach(async () => {
  hub = createFakeHub();
  const options = {
    folders: { '/waymark/console/': DIST },
    handle: (request: IncomingMessage, response: ServerResponse) => hub.handle(request, response),
  };
  site = await servePages(options);
});
afterEach(() => site.close());

// A refusal the test asked for, and the icon that a test server has not.
const EXPECTED = /status of (?:400|401|404|503)|ERR_INCOMPLETE|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED/;

async function visit(
  hash: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page, EXPECTED);
    await page.goto(`${site.url}${HOME}${hash}`);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Signs in by the address, then goes to a page of the console. */
const enter = (hash: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  visit(`#token=${TOKEN}`, options, async (page) => {
    await page.locator('.rail').waitFor();
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await use(page);
  });

const live = async (page: Page) => {
  await page.locator('.pill-live').waitFor();
};
const shipped = (n: number) => {
  const entries = [entryOf(`e_${n}`, 'ship-feature', 40, WHEN)];
  return liveEventOf(n, people[n % people.length], entries);
};

describe('signing in', () => {
  it('asks for the token, refuses a wrong one, and takes the right one', async () => {
    await visit('', {}, async (page) => {
      await page.getByLabel('Operator token').fill('not it');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').getByText('does not know this token').waitFor();
      await page.getByLabel('Operator token').fill(TOKEN);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'Live' }).waitFor();
    });
  });

  it('takes a token from the address, and leaves it neither there nor beyond the tab', async () => {
    await visit(`#token=${TOKEN}`, {}, async (page) => {
      await page.getByRole('heading', { name: 'Live' }).waitFor();
      expect(page.url()).not.toContain(TOKEN);
      expect(await page.evaluate(() => Object.values({ ...localStorage }).join())).not.toContain(TOKEN);
      await page.reload();
      await page.getByRole('heading', { name: 'Live' }).waitFor();
      expect(hub.asked.every(({ query }) => !query.toString().includes(TOKEN))).toBe(true);
    });
  });

  it('goes back to the form when the token is withdrawn', async () => {
    await enter('#/people', async (page) => {
      await page.getByText('Silver Osprey 000').waitFor();
      hub.state.token = 'another';
      await page.getByRole('link', { name: 'Companies' }).click();
      await page.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
    });
  });
});

describe('Live', () => {
  it('shows events with what they earned, and refusals with their code', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      await page.getByText('Waiting for the first event').waitFor();
      hub.say({ type: 'events', events: [shipped(1)] });
      const verdict = {
        id: 'e_bad',
        status: 'rejected',
        code: 'invalid_event',
        message: 'events[0].id: expected',
      };
      hub.say({ type: 'rejected', at: '2026-08-22T12:05:00Z', verdicts: [verdict] });
      const row = page.locator('.live-row', { hasText: 'Merry Heron 001' });
      await row.getByText('+40 Shipped a feature').waitFor();
      await page.locator('.live-row-rejected').getByText('invalid_event').waitFor();
      await row.getByRole('button', { name: 'Details' }).click();
      await row.getByText('ship-feature').waitFor();
      await row.getByRole('link', { name: 'Merry Heron 001' }).click();
      await page.getByRole('heading', { name: 'Merry Heron 001' }).waitFor();
    });
  });

  it('holds still while paused, counts what came meanwhile, and shows it then', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      hub.say({ type: 'events', events: [shipped(1)] });
      await page.locator('.live-row').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      hub.say({ type: 'events', events: [shipped(2), shipped(3)] });
      const resume = page.getByRole('button', { name: 'Show 2 new events' });
      await resume.waitFor();
      expect(await page.locator('.live-row').count()).toBe(1);
      await resume.click();
      await expect.poll(() => page.locator('.live-row').count()).toBe(3);
    });
  });

  it('takes the stream up where it broke off, and shows nothing twice', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      hub.say({ type: 'events', events: [shipped(1)] });
      await page.locator('.live-row').waitFor();
      const followed = () => hub.asked.filter(({ path }) => path === 'live');
      hub.cut();
      await expect.poll(() => followed().length, { timeout: 10_000 }).toBe(2);
      expect(followed()[1]?.headers['last-event-id']).toBe('1');
      hub.say({ type: 'events', events: [shipped(1), shipped(2)] });
      await expect.poll(() => page.locator('.live-row').count()).toBe(2);
    });
  });

  it('keeps its filters in the address', async () => {
    await enter('#/live?event=bug.fixed', async (page) => {
      await live(page);
      const bug = liveEventOf(9, people[4], [entryOf('e_9', 'fix-bug', 20, WHEN)]);
      hub.say({ type: 'events', events: [shipped(1), bug] });
      await page.locator('.live-row').getByText('bug.fixed').waitFor();
      expect(await page.locator('.live-row').count()).toBe(1);
      await page.getByLabel('Event', { exact: true }).selectOption('');
      await expect.poll(() => page.locator('.live-row').count()).toBe(2);
      expect(new URL(page.url()).hash).toBe('#/live');
    });
  });
});

describe('People', () => {
  it('searches, narrows, sorts and goes on to the next page, all in the address', async () => {
    await enter('#/people', async (page) => {
      const rows = page.locator('tbody tr');
      await expect.poll(() => rows.count()).toBe(25);
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(() => rows.count()).toBe(50);
      await page.getByPlaceholder('Name or id').fill('heron');
      await page.getByText('12 of 12 rows').waitFor();
      await page.getByLabel('Company', { exact: true }).selectOption('c_2');
      await page.getByRole('button', { name: 'Name', exact: true }).click();
      await expect.poll(() => new URL(page.url()).hash).toBe('#/people?search=heron&company=c_2&sort=name');
      await page.reload();
      await expect.poll(() => rows.count()).toBe(4);
    });
  });

  it('shows whatever a name holds as text', async () => {
    await enter('#/people/c_1/u_003', async (page) => {
      await page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }).waitFor();
      expect(await page.locator('img').count()).toBe(0);
    });
  });

  it('shows a person in full: level, medals, and the ledger with its reasons', async () => {
    await enter('#/people/c_2/u_001', async (page) => {
      await page.getByText('Architect', { exact: true }).waitFor();
      expect(await page.locator('.badges svg.medal').count()).toBe(20);
      expect(await page.getByText('Secret badge').count()).toBe(2);
      const rows = page.locator('.ledger-table tbody tr:not(.why-row)');
      await expect.poll(() => rows.count()).toBe(25);
      await page.getByLabel('Ledger').selectOption('capped');
      await expect.poll(() => rows.count()).toBeLessThan(25);
      expect(await rows.first().locator('.capped').count()).toBe(1);
    });
  });

  it('says what is missing, what failed, and tries again', async () => {
    await enter('#/people/c_1/nobody', async (page) => {
      await page.getByText('There is nothing here').waitFor();
      hub.state.broken = true;
      await page.getByRole('link', { name: 'Companies' }).click();
      await page.getByRole('alert').getByText('The database does not answer.').waitFor();
      hub.state.broken = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Cedar Studio' }).waitFor();
    });
  });

  it('says that it is offline, and comes back by itself', async () => {
    await enter('#/people', async (page) => {
      await page.getByText('Silver Osprey 000').waitFor();
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Companies' }).click();
      await page.getByRole('alert').getByText('The hub cannot be reached').waitFor();
      await page.context().setOffline(false);
      await page.getByRole('link', { name: 'Cedar Studio' }).waitFor();
    });
  });
});

describe('reasons and corrections', () => {
  it('open under a ledger line by keyboard: what listened, what cut it, what kept it out', async () => {
    await enter('#/people/c_2/u_001', async (page) => {
      const why = page.getByRole('button', { name: 'Why?' }).first();
      await why.focus();
      await page.keyboard.press('Enter');
      const reasons = page.locator('.why');
      await reasons.getByText('cut by its limit: weekly limit reached (400)').waitFor();
      await reasons.getByText('expected files.$gte 3, came 2').waitFor();
      expect(await why.getAttribute('aria-expanded')).toBe('true');
      expect(await violationsOf(page)).toEqual([]);
      await reasons.getByRole('button', { name: 'Take this event back' }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Yes, do it');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => hub.corrected)
        .toMatchObject([
          { event: '$void', userId: 'u_001', companyId: 'c_2', properties: { eventId: 'e_u_001_0' } },
        ]);
      await page.getByRole('status').getByText('Done. Growth value 110, level 3.').waitFor();
    });
  });

  it('tell why an event brought nothing', async () => {
    await enter('#/people/c_2/u_001?entries=silent', async (page) => {
      await page.getByText('too late to be scored').waitFor();
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await page.getByText('It came too late to be scored; it is kept.').waitFor();
    });
  });

  it('ask before they are made, say what the hub refuses, and what was done', async () => {
    await enter('#/people/c_2/u_001', async (page) => {
      await page.getByText('Every correction is a fact').click();
      const points = page.getByLabel('Points, less than 0 to take');
      await points.fill('-1');
      expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
      await page.getByLabel('Reason, for the person to read').fill('Counted twice');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('Give or take points: Merry Heron 001. Do it now?').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Yes, do it' }).click();
      await page.getByRole('alert').getByText('Expected more points.').waitFor();
      expect(hub.corrected).toEqual([]);
      await points.fill('50');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Yes, do it' }).click();
      await page.getByText('Done. Growth value 110, level 3.').waitFor();
      expect(hub.corrected).toMatchObject([
        { event: '$adjust', properties: { points: 50, reason: 'Counted twice' } },
      ]);
      await page.getByLabel('What', { exact: true }).selectOption('$grant');
      await page.getByLabel('Badge', { exact: true }).selectOption({ index: 1 });
      await page.getByLabel('Tier', { exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      expect(hub.corrected).toHaveLength(1);
    });
  });
});

describe('Simulate', () => {
  const draft = (change: object = {}) => JSON.stringify({ id: 'tracker', version: 2, levels: [], ...change });

  it('shows what a draft would change, from a file or pasted', async () => {
    await enter('#/simulate', async (page) => {
      await page.getByText('No draft yet.').waitFor();
      const file = { name: 'draft.json', mimeType: 'application/json', buffer: Buffer.from(draft()) };
      await page.getByLabel('Choose a file').setInputFiles(file);
      await page.getByLabel('Events of').selectOption('30');
      await page.getByRole('button', { name: 'Simulate', exact: true }).click();
      await page.getByRole('table', { name: 'Points by rule' }).getByText('9,900').waitFor();
      await page
        .getByRole('table', { name: 'People who change most' })
        .getByText('Silver Osprey 000')
        .waitFor();
      await page.getByLabel('Draft of the playbook').fill(draft({ version: 1 }));
      await page.getByRole('button', { name: 'Simulate', exact: true }).click();
      await page.getByText('The draft changes nothing').waitFor();
    });
  });

  it('says what is wrong with a draft', async () => {
    await enter('#/simulate', async (page) => {
      await page.getByLabel('Draft of the playbook').fill('{');
      await page.getByRole('button', { name: 'Simulate', exact: true }).click();
      await page.getByRole('alert').getByText('This is no JSON.').waitFor();
      await page.getByLabel('Draft of the playbook').fill('{}');
      await page.getByRole('button', { name: 'Simulate', exact: true }).click();
      await page.getByRole('alert').getByText('In `levels`: expected a list').waitFor();
    });
  });
});

describe('Campaigns', () => {
  const rows = (page: Page) => page.locator('.campaigns-table tbody tr');

  it('are listed with audience, figures and lift, narrowed and sorted in the address', async () => {
    await enter('#/campaigns', async (page) => {
      await expect.poll(() => rows(page).count()).toBe(4);
      const first = rows(page).filter({ hasText: 'First week' });
      await first.getByText('role is one of administrator or member').waitFor();
      await first.getByText('22% against 12.5%').waitFor();
      await first.getByText('+9.5 points').waitFor();
      await first.getByText('+1.2 to +17.9').waitFor();
      await rows(page).filter({ hasText: 'Stuck' }).getByText('Too few to tell').waitFor();
      await page.getByLabel('Channel', { exact: true }).selectOption('interrupt');
      await expect.poll(() => rows(page).count()).toBe(3);
      await page.getByRole('button', { name: 'Entered' }).click();
      await expect.poll(() => rows(page).first().textContent()).toContain('<img src=x onerror=alert(1)>');
      await page.getByPlaceholder('Name or id').fill('stuck');
      await expect
        .poll(() => new URL(page.url()).hash)
        .toBe('#/campaigns?channel=interrupt&sort=entered&search=stuck');
      await page.reload();
      await expect.poll(() => rows(page).count()).toBe(1);
      expect(await page.locator('img').count()).toBe(0);
    });
  });

  it('show in full whom they are for, who came to the goal, and what people did', async () => {
    await enter('#/campaigns', async (page) => {
      await page.getByRole('link', { name: 'First week' }).click();
      await page.getByRole('heading', { name: 'First week' }).waitFor();
      await page.getByText('3 times in all · 1 time in 7 days').waitFor();
      const effect = page.getByRole('table', { name: 'Effect on the goal' });
      await effect.getByRole('row', { name: 'short 431 102 23.7%' }).waitFor();
      await page.getByText('More came to the goal than without it.').waitFor();
      await page.getByText('With 95% confidence +1.2 to +17.9 points').waitFor();
      await page.getByText('expected a few percent of people held out').waitFor();
      expect(await page.getByText('Send it').count()).toBe(0);
    });
  });

  it('say why a person gets one or not, gate by gate, by keyboard', async () => {
    await enter('#/campaigns/first-week', async (page) => {
      await page.getByPlaceholder('Name or id of a person').fill('heron 001');
      const choice = page.getByRole('button', { name: 'Merry Heron 001' });
      await choice.focus();
      await page.keyboard.press('Enter');
      await page.getByText('This person does not get it. Stopped by: Audience.').waitFor();
      expect(new URL(page.url()).hash).toBe('#/campaigns/first-week?user=u_001&company=c_2');
      const audience = page.locator('.gate-shut');
      await audience.getByText('Not passed:').waitFor();
      const level = audience.locator('li', { hasText: 'not (level is at least 3)' });
      await level.getByText('has: 8').waitFor();
      expect(await page.locator('.gates > li').count()).toBe(8);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Another person' }).click();
      await expect.poll(() => new URL(page.url()).hash).toBe('#/campaigns/first-week');
    });
  });

  it('are shown as a person sees them, in the true widget, as often as one likes', async () => {
    await enter('#/campaigns/first-week?user=u_001&company=c_2', async (page) => {
      await page.getByRole('button', { name: 'Show it' }).click();
      const tip = page.getByRole('dialog', { name: 'Hello Merry Heron 001' });
      await tip.getByText('Share a report.').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await tip.getByRole('button', { name: 'Close' }).click();
      await tip.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Show it' }).click();
      await tip.waitFor();
      await page.getByRole('link', { name: 'Companies' }).click();
      await page.getByRole('heading', { name: 'Companies' }).waitFor();
      expect(await tip.count()).toBe(0);
      expect(await page.evaluate(() => sessionStorage.getItem('waymark:tips'))).toBeNull();
      expect(hub.asked.filter(({ path }) => path.includes('claims') || path.includes('batch'))).toEqual([]);
    });
  });

  it('are all decided for a person, at a page and a time, from the address', async () => {
    await enter('#/decisions?user=u_001&company=c_2&path=/invoices', async (page) => {
      const stuck = page.locator('.verdict-of', { hasText: 'Stuck at the first report' });
      await stuck.getByText('It is not for this page.').first().waitFor();
      await page.getByLabel('Path of the page').fill('/reports');
      await page.getByRole('button', { name: 'Decide' }).click();
      await expect.poll(() => stuck.getByText('It is not for this page.').count()).toBe(0);
      await page.getByLabel('Time with offset').fill('2026-08-22T09:00:00');
      await page.getByRole('button', { name: 'Decide' }).click();
      await page.getByRole('alert').getByText('Expected `at` with an offset.').waitFor();
      await page.getByLabel('Time with offset').fill('2026-08-23T09:00:00+08:00');
      await page.keyboard.press('Enter');
      await page.getByText('Aug 23, 2026, 09:00').waitFor();
      await stuck.locator('summary').focus();
      await page.keyboard.press('Enter');
      await stuck.getByRole('link', { name: 'Open the campaign' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('are sent only after their id was typed', async () => {
    await enter('#/campaigns/regional-news', async (page) => {
      await page.getByLabel('To whom').selectOption('audience admins');
      await page.getByLabel('Your name, for the log').fill('Ola');
      await page.getByRole('button', { name: 'Go on' }).click();
      const confirm = page.getByRole('button', { name: 'Yes, do it' });
      const typed = page.getByLabel('Type regional-news to confirm');
      await expect.poll(() => typed.evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.type('regional');
      expect(await confirm.isDisabled()).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.type('-news');
      await confirm.click();
      await page.getByRole('status').getByText('Sent. 7 people are online now.').waitFor();
      expect(hub.pushed).toMatchObject([{ operator: 'Ola', to: { audience: 'admins' } }]);
      await page.getByRole('table', { name: 'Sent before' }).getByText('Ola').waitFor();
      await page.getByLabel('To whom').selectOption('person');
      await page.getByPlaceholder('Name or id of a person').last().fill('otter 002');
      await page.locator('.push').getByRole('button', { name: 'Ready Otter 002' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      expect(hub.pushed).toHaveLength(1);
    });
  });
});

describe('texts from outside', () => {
  const HOSTILE = [
    '<script>window.taken = 1</script>',
    '<img src=x onerror="window.taken = 1">',
    '"><svg onload=window.taken=1>',
    'javascript:window.taken=1',
    '{{constructor.constructor("window.taken=1")()}}',
    '\u202egnp.elgnissim',
    '__proto__',
    'x'.repeat(128),
  ];

  it('stay text in every field of an event, a rule, a person and a refusal', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      const elements = () =>
        page.locator('img, script[src=""], svg[onload], iframe, a[href^="javascript"]').count();
      HOSTILE.forEach((text, i) => {
        const entry = {
          ...entryOf(`e_${i}`, 'fix-bug', 20, WHEN),
          ruleName: text,
          ruleId: text,
          event: text,
        };
        const person = { ...people[0], userId: text, companyId: text, name: text, companyName: text };
        hub.say({ type: 'events', events: [liveEventOf(i, person, [entry])] });
        const verdict = { id: text, status: 'rejected', code: 'invalid_event', message: text };
        hub.say({ type: 'rejected', at: '2026-08-22T12:05:00Z', verdicts: [verdict] });
      });
      await expect.poll(() => page.locator('.live-row').count()).toBe(2 * HOSTILE.length);
      for (const more of await page.getByRole('button', { name: 'Details' }).all()) await more.click();
      expect(await elements()).toBe(0);
      expect(await page.evaluate(() => 'taken' in window)).toBe(false);
      expect(await overflowOf(page)).toBe(0);
      for (const text of HOSTILE.slice(0, 5))
        expect(await page.getByText(text).count(), text).toBeGreaterThan(2);
    });
  });
});

describe('the command palette', () => {
  it('finds a page, a person and a company by keyboard alone', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'A page' }).waitFor();
      await page.keyboard.type('lapwing 004');
      expect(await page.getByRole('dialog').count()).toBe(1);
      await page.getByText('Nothing found.').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Otter 007');
      await page.getByRole('option', { name: 'Ready Otter 007' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Ready Otter 007' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'A page' }).waitFor();
      await page.keyboard.type('Amber');
      await page.getByRole('option', { name: 'Amber Press' }).last().waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Amber Press' }).waitFor();
    });
  });
});

describe('every page', () => {
  /** What stands on a page once it is drawn with its data. */
  const SETTLED: Record<string, string> = {
    '#/live': '.live-row-rejected',
    '#/people': '.people-table .level-number',
    '#/people/c_2/u_001': '.badges',
    '#/companies': '.companies-table',
    '#/companies/c_1': '.lanes',
    '#/simulate': '.compared',
    '#/campaigns': '.campaigns-table',
    '#/campaigns/first-week?user=u_001&company=c_2': '.gates',
    '#/campaigns/regional-news': '.push',
    '#/decisions?user=u_001&company=c_2': '.verdict-of',
  };
  const pages = Object.keys(SETTLED);
  const looks = [
    { locale: 'en-US', colorScheme: 'light' },
    { locale: 'zh-CN', colorScheme: 'dark' },
    { locale: 'zh-CN', colorScheme: 'light' },
    { locale: 'en-US', colorScheme: 'dark' },
  ] as const;

  async function filled(page: Page): Promise<void> {
    await live(page);
    hub.say({ type: 'events', events: [shipped(1), liveEventOf(2, people[4], [], 'report.opened')] });
    const verdict = { id: 'e_bad', status: 'rejected', code: 'invalid_event', message: 'expected an id' };
    hub.say({ type: 'rejected', at: '2026-08-22T12:05:00Z', verdicts: [verdict] });
  }

  async function simulated(page: Page): Promise<void> {
    await page.locator('textarea').fill(JSON.stringify({ id: 'tracker', version: 2, levels: [] }));
    await page.locator('.draft .button-main').click();
  }

  /** Looks at every page in turn, each with something on it. */
  const onEveryPage = (options: BrowserContextOptions, look: (page: Page, hash: string) => Promise<void>) =>
    enter(
      pages[0] ?? '',
      async (page) => {
        for (const hash of pages) {
          await page.evaluate((to) => {
            location.hash = to;
          }, hash);
          if (hash === '#/live') await filled(page);
          if (hash === '#/simulate') await simulated(page);
          await page
            .locator(SETTLED[hash] ?? 'tbody tr')
            .first()
            .waitFor();
          await look(page, hash);
        }
      },
      options,
    );

  // Each page in two of the four looks that have nothing in common.
  it.each(looks.map((options, i) => ({ ...options, odd: i < 2 ? 0 : 1 })))(
    'is accessible in $locale, $colorScheme',
    ({ odd, ...options }) =>
      onEveryPage(options, async (page, hash) => {
        if (pages.indexOf(hash) % 2 === odd) expect(await violationsOf(page), hash).toEqual([]);
      }),
  );

  it('fits into 320 pixels', () =>
    onEveryPage({ viewport: { width: 320, height: 700 } }, async (page, hash) => {
      expect(await overflowOf(page), hash).toBe(0);
    }));

  it('leaves no global behind', async () => {
    await enter('#/live', async (page) => {
      await live(page);
      expect(await globalsOf(page)).toEqual([]);
    });
  });
});
