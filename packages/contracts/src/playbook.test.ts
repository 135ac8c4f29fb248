import { describe, expect, it } from 'vitest';
import { parsePlaybook, retentionDays } from './playbook.js';
import { describeProblems } from './problem.js';

const rule = { id: 'ship', name: 'Shipped', event: 'feature.shipped', points: 40, outcome: 'value' };
const playbook = {
  specVersion: 1,
  id: 'demo',
  version: 1,
  name: 'Demo',
  rules: [rule],
  levels: [{ at: 0, title: 'New' }],
};

const badge = {
  id: 'shipper',
  name: 'Shipper',
  description: 'Ships',
  event: 'feature.shipped',
  tiers: [{ tier: 'gold', at: 1 }],
  medal: { shape: 'star', glyph: 'flag' },
};
const credits = { id: 'credits', name: 'Credits', expires: { months: 12 } };
const mug = { id: 'mug', name: 'Mug', cost: { currency: 'credits', amount: 200 }, stock: 3 };

function faults(change: object): string {
  const parsed = parsePlaybook({ ...playbook, ...change });
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
}

describe('a broken playbook is refused with the path to the fault', () => {
  it('accepts a small right one and fills in its defaults', () => {
    const parsed = parsePlaybook(playbook);
    expect(parsed.ok && parsed.value.rules[0]?.measure).toEqual({ kind: 'count' });
  });

  it.each([
    [
      { rules: [rule, rule, rule, { ...rule, id: 'x', when: { rows: { $gt: 'ten' } } }] },
      'rules[3].when.rows.$gt: expected a number, got "ten"',
    ],
    [{ rules: [{ ...rule, points: 'ten' }] }, 'rules[0].points: expected a number, got "ten"'],
    [{ rules: [{ ...rule, event: '$void' }] }, 'rules[0].event: expected an event, got a correction'],
    [{ rules: [{ ...rule, points: 1.5 }] }, 'rules[0].points: expected a whole number'],
    [
      { rules: [{ ...rule, when: { $or: [{ a: { $near: 1 } }] } }] },
      'rules[0].when.$or[0].a.$near: expected one of $eq',
    ],
    [
      { rules: [{ ...rule, limit: { per: 'day', points: 10 } }] },
      'rules[0].limit.points: expected at least the 40 points',
    ],
    [
      {
        levels: [
          { at: 0, title: 'a' },
          { at: 0, title: 'b' },
        ],
      },
      'levels[1].at: expected more than 0, got 0',
    ],
    [
      { levels: [{ at: 0, title: 'a', benefits: ['gold-desk'] }] },
      'levels[0].benefits[0]: expected the id of a benefit',
    ],
    [{ retention: { days: 7 } }, 'retention.days: expected at least 8'],
    [{ badges: [{ ...badge, while: {} }] }, 'badges[0].while: expected a level or a companyLevel'],
    [
      { badges: [{ ...badge, while: { level: 1 } }] },
      'badges[0].while.level: expected nothing where there is no such level, got 1',
    ],
    [
      {
        badges: [{ ...badge, while: { companyLevel: 2 } }],
        companyLevels: [0, 9].map((at) => ({ at, title: 'C' })),
      },
      'badges[0].while.companyLevel: expected the index of a level, at most 1, got 2',
    ],
    [{ rules: [{ ...rule, event: '$redeem' }] }, 'rules[0].event: expected an event, got a redemption'],
    [{ currencies: [{ id: 'growth', name: 'G' }] }, 'currencies[0].id: expected another id than "growth"'],
    [{ currencies: [{ ...credits, expires: { months: 0 } }] }, 'currencies[0].expires.months: expected at'],
    [{ currencies: [credits, credits] }, 'currencies[1].id: expected an id of its own'],
    [
      { rules: [{ ...rule, earns: { credits: 5 } }] },
      'rules[0].earns.credits: expected the id of a currency, got "credits"',
    ],
    [
      { currencies: [credits], rules: [{ ...rule, to: 'company', earns: { credits: 5 } }] },
      'rules[0].earns: expected no earnings where `to` is "company"',
    ],
    [{ rules: [{ ...rule, earns: {} }] }, 'rules[0].earns: expected at least one currency'],
    [{ rewards: [mug] }, 'rewards[0].cost.currency: expected the id of a currency, got "credits"'],
    [{ currencies: [credits], rewards: [mug, mug] }, 'rewards[1].id: expected an id of its own'],
    [
      { currencies: [credits], rewards: [{ ...mug, level: 1 }] },
      'rewards[0].level: expected the index of a level, at most 0, got 1',
    ],
    [{ colour: 'red' }, 'colour: expected no such key'],
  ])('%j', (change, message) => {
    expect(faults(change)).toContain(message);
  });
});

describe('quests, streaks and what goes to the company', () => {
  const step = { name: 'Ship', event: 'feature.shipped', at: 1 };
  const quest = { id: 'tour', name: 'Tour', steps: [step], outcome: 'activation' };
  const streak = { id: 'daily', name: 'Daily', unit: 'day', events: [{ event: 'feature.shipped' }] };

  it('are accepted, with their defaults', () => {
    const parsed = parsePlaybook({
      ...playbook,
      rules: [{ ...rule, to: 'both', share: { per: 'month', points: 200 } }],
      companyLevels: [{ at: 0, title: 'New' }],
      quests: [{ ...quest, valid: { from: '2026-08-01', until: '2026-08-31' }, days: 14 }],
      streaks: [
        { ...streak, freezes: { per: 'month', count: 2 } },
        { ...streak, id: 'working', unit: 'workday', weekend: [5, 6], holidays: ['2026-12-25'] },
      ],
    });
    expect(parsed.ok && parsed.value.quests?.[0]).toMatchObject({ by: 'member', ordered: false, points: 0 });
  });

  it.each([
    [{ quests: [quest, quest] }, 'quests[1].id: expected an id of its own'],
    [{ quests: [{ ...quest, steps: [] }] }, 'quests[0].steps: expected at least one step'],
    [{ quests: [{ ...quest, steps: [{ ...step, at: 0 }] }] }, 'quests[0].steps[0].at: expected at least 1'],
    [
      { currencies: [credits], quests: [{ ...quest, by: 'company', earns: { credits: 9 } }] },
      'quests[0].earns: expected no earnings',
    ],
    [
      { quests: [{ ...quest, earns: { credits: 9 } }] },
      'quests[0].earns.credits: expected the id of a currency, got "credits"',
    ],
    [
      { bonuses: [{ id: 'b', name: 'B', of: 'ship', percent: 50, earns: { credits: 9 } }] },
      'bonuses[0].earns.credits: expected the id of a currency, got "credits"',
    ],
    [{ quests: [{ ...quest, by: 'company', points: 9 }] }, 'quests[0].points: expected 0, got 9'],
    [{ quests: [{ ...quest, days: 0 }] }, 'quests[0].days: expected at least 1'],
    [{ quests: [{ ...quest, valid: { from: '2026-02-30' } }] }, 'quests[0].valid.from: expected a day'],
    [
      { quests: [{ ...quest, valid: { from: '2026-08-02', until: '2026-08-01' } }] },
      'quests[0].valid.until: expected a day not before `from`',
    ],
    [
      { quests: [{ ...quest, steps: [{ ...step, when: { a: { $gt: 'x' } } }] }] },
      'quests[0].steps[0].when.a.$gt: expected a number',
    ],
    [{ streaks: [{ ...streak, events: [] }] }, 'streaks[0].events: expected at least one event'],
    [
      { streaks: [{ ...streak, events: [...streak.events, ...streak.events] }] },
      'streaks[0].events[1].event: expected each event once',
    ],
    [
      { streaks: [{ ...streak, weekend: [7] }] },
      'streaks[0].weekend: expected nothing unless `unit` is "workday"',
    ],
    [
      { streaks: [{ ...streak, unit: 'workday', weekend: [1, 2, 3, 4, 5, 6, 7] }] },
      'streaks[0].weekend: expected at least one day',
    ],
    [
      { streaks: [{ ...streak, unit: 'workday', weekend: [8] }] },
      'streaks[0].weekend[0]: expected at most 7',
    ],
    [
      { streaks: [{ ...streak, unit: 'month', freezes: { per: 'month', count: 1 } }] },
      'streaks[0].freezes.count: expected at most 0',
    ],
    [{ rules: [{ ...rule, share: { per: 'day', points: 9 } }] }, 'rules[0].share: expected no share unless'],
    [
      {
        rules: [
          { ...rule, to: 'both', limit: { per: 'month', points: 90 }, share: { per: 'day', points: 9 } },
        ],
      },
      'rules[0].share.per: expected a period no shorter than the limit\'s "month", got "day"',
    ],
    [{ companyLevels: [{ at: 5, title: 'a' }] }, 'companyLevels[0].at: expected 0, got 5'],
    [
      { companyLevels: [{ at: 0, title: 'a', benefits: ['x'] }] },
      'companyLevels[0].benefits[0]: expected the id of a benefit',
    ],
  ])('%j is refused', (change, message) => {
    expect(faults(change)).toContain(message);
  });
});

describe('what narrows a rule', () => {
  const bonus = { id: 'double', name: 'Double', of: 'ship', percent: 100 };

  it('is accepted', () => {
    const when = {
      '$user.plan': 'pro',
      '$company.stage': { $in: ['trial'] },
      path: { $not: { $regex: '^/a' } },
    };
    const hours = { days: [1, 2], from: 22, until: 6 };
    const narrow = { ...rule, when, hours, valid: { from: '2026-08-01' }, trust: 'server' };
    expect(
      faults({ rules: [narrow], bonuses: [{ ...bonus, hours, limit: { per: 'day', points: 5 } }] }),
    ).toBe('none');
  });

  it.each([
    [{ rules: [{ ...rule, hours: { from: 24 } }] }, 'rules[0].hours.from: expected at most 23'],
    [{ rules: [{ ...rule, hours: { from: 9, until: 9 } }] }, 'rules[0].hours.until: expected another hour'],
    [{ rules: [{ ...rule, hours: { days: [] } }] }, 'rules[0].hours.days: expected at least one day'],
    [{ rules: [{ ...rule, trust: 'browser' }] }, 'rules[0].trust: expected "server", got "browser"'],
    [{ rules: [{ ...rule, when: { p: { $regex: '(a)\\1' } } }] }, 'rules[0].when.p.$regex: expected no'],
    [
      { rules: [{ ...rule, when: { p: { $not: 3 } } }] },
      'rules[0].when.p.$not: expected an object of operators',
    ],
    [{ rules: [{ ...rule, when: { $user: 3 } }] }, 'rules[0].when.$user: expected a property'],
    [
      { rules: [{ ...rule, when: { p: { $not: { $near: 3 } } } }] },
      'rules[0].when.p.$not.$near: expected one of',
    ],
    [{ bonuses: [{ ...bonus, of: 'fix' }] }, 'bonuses[0].of: expected the id of a rule, got "fix"'],
    [{ bonuses: [{ ...bonus, id: 'ship' }] }, 'bonuses[0].id: expected an id that no rule has'],
    [{ bonuses: [bonus, bonus] }, 'bonuses[1].id: expected an id of its own'],
    [{ bonuses: [{ ...bonus, percent: 0 }] }, 'bonuses[0].percent: expected at least 1'],
  ])('%j is refused', (change, message) => {
    expect(faults(change)).toContain(message);
  });
});

describe('seasons', () => {
  const expiry = { months: 12, grace: { months: 1 }, demotion: 'one-level', keep: { points: 80, months: 6 } };
  const leagues = { window: 'week', names: ['Low', 'High'], size: 7, up: 2, down: 2 };

  it('are accepted', () => {
    expect(faults({ expiry, leagues })).toBe('none');
    expect(faults({ expiry: { months: 1 }, leagues: { ...leagues, scope: 'vendor', minimum: 4 } })).toBe(
      'none',
    );
  });

  it.each([
    [{ expiry: { ...expiry, months: 0 } }, 'expiry.months: expected at least 1'],
    [{ expiry: { ...expiry, grace: { months: 25 } } }, 'expiry.grace.months: expected at most 24'],
    [{ expiry: { ...expiry, demotion: 'all' } }, 'expiry.demotion: expected'],
    [{ expiry: { ...expiry, keep: {} } }, 'expiry.keep.points'],
    [{ leagues: { ...leagues, window: 'day' } }, 'leagues.window: expected'],
    [{ leagues: { ...leagues, names: ['Only'] } }, 'leagues.names: expected at least two leagues'],
    [{ leagues: { ...leagues, size: 4 } }, 'leagues.size: expected fewer than the 4 people of a group'],
    [{ leagues: { ...leagues, minimum: 5 } }, 'leagues.size: expected at least 9, so that no part'],
    [{ leagues: { ...leagues, up: 0 } }, 'leagues.up: expected at least 1'],
  ])('%j is refused', (change, message) => {
    expect(faults(change)).toContain(message);
  });
});

it('events keep their details as long as the playbook says, or else as its privacy asks', () => {
  expect(retentionDays({})).toBeNull();
  expect(retentionDays({ privacy: 'open' })).toBeNull();
  expect(retentionDays({ privacy: 'works-council' })).toBe(90);
  expect(retentionDays({ privacy: 'works-council', retention: { days: 400 } })).toBe(400);
});
