import { type Playbook, parsePlaybook } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import type { Seen } from './finding.js';
import { lintPlaybook } from './lint.js';

const rule = {
  id: 'ship',
  name: 'Ship',
  event: 'feature.shipped',
  points: 10,
  limit: { per: 'day', points: 50 },
  outcome: 'value',
};

function findings(parts: object, seen?: Seen): string[] {
  const levels = [{ at: 0, title: 'New' }];
  const document = { specVersion: 1, id: 'p', version: 1, name: 'P', rules: [rule], levels, ...parts };
  const parsed = parsePlaybook(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return lintPlaybook(parsed.value as Playbook, seen).map(({ kind, path }) => `${kind} ${path}`);
}

describe('the linter', () => {
  it('has nothing to say about a thoughtful playbook', () => {
    expect(findings({})).toEqual([]);
  });

  it.each(['$page', 'login', 'user.logged_in', 'Signed In', 'page.viewed', 'session.started', 'app-opened'])(
    'warns of points for %s',
    (event) => {
      expect(findings({ rules: [{ ...rule, event }] })).toEqual(['attendance rules[0].event']);
    },
  );

  it.each(['pull.opened-by-review', 'blogin', 'review.merged', 'signature.given', 'homepages'])(
    'takes %s for what it is',
    (event) => {
      const expected = event.includes('opened') ? ['attendance rules[0].event'] : [];
      expect(findings({ rules: [{ ...rule, event }] })).toEqual(expected);
    },
  );

  it('warns of a rule without a limit, unless the server vouches for it', () => {
    const { limit: _, ...free } = rule;
    expect(findings({ rules: [free] })).toEqual(['unlimited rules[0]']);
    expect(findings({ rules: [{ ...free, trust: 'server' }] })).toEqual([]);
  });

  it('warns where activity brings more than a fifth of all points', () => {
    const busy = { ...rule, id: 'busy', outcome: 'adoption', points: 1, limit: { per: 'day', points: 12 } };
    expect(findings({ rules: [rule, busy] })).toEqual([]);
    expect(findings({ rules: [rule, { ...busy, limit: { per: 'day', points: 13 } }] })).toEqual([
      'activity-share rules',
    ]);
    const points = new Map([
      ['ship', 100],
      ['busy', 26],
    ]);
    expect(findings({ rules: [rule, busy] }, { points })).toEqual(['activity-share rules']);
    expect(findings({ rules: [rule, busy] }, { points: new Map([...points, ['busy', 25]]) })).toEqual([]);
  });

  it('warns of levels that nobody can reach', () => {
    const once = { ...rule, limit: { per: 'lifetime', points: 50 } };
    const levels = [0, 50, 51].map((at) => ({ at, title: 'Level' }));
    expect(findings({ rules: [once], levels })).toEqual(['unreachable-level levels[2].at']);
    expect(findings({ rules: [rule], levels })).toEqual([]);
    expect(findings({ companyLevels: levels })).toEqual([
      'unreachable-level companyLevels[1].at',
      'unreachable-level companyLevels[2].at',
    ]);
    expect(findings({ rules: [{ ...rule, to: 'both' }], companyLevels: levels })).toEqual([]);
  });

  it('warns of levels whose points lapse before there are enough, and of keep rules that keep nobody', () => {
    const levels = [0, 4_500, 4_501].map((at) => ({ at, title: 'Level' }));
    const under = (expiry: object) => findings({ levels, expiry });
    expect(under({ months: 2 })).toEqual(['unreachable-level levels[2].at']);
    expect(under({ months: 12 })).toEqual([]);
    const keep = { points: 3_000, months: 2 };
    expect(under({ months: 12, keep })).toEqual([]);
    expect(under({ months: 12, keep: { ...keep, points: 3_001 } })).toEqual([
      'unreachable-keep expiry.keep.points',
    ]);
    expect(under({ months: 12, keep: { points: 4_501 } })).toEqual(['idle-keep expiry.keep.points']);
    expect(under({ months: 12, keep, demotion: 'never' })).toEqual(['idle-keep expiry.keep.points']);
  });

  it('warns of benefits that no level unlocks', () => {
    expect(findings({ benefits: [{ id: 'desk', name: 'Desk' }] })).toEqual(['unused-benefit benefits[0].id']);
  });

  it('warns of currencies that no rule, bonus or quest earns', () => {
    const currencies = [
      { id: 'credits', name: 'Credits' },
      { id: 'stars', name: 'Stars' },
    ];
    expect(findings({ rules: [{ ...rule, earns: { credits: 5 } }], currencies })).toEqual([
      'unearned-currency currencies[1].id',
    ]);
    const bonuses = [{ id: 'b', name: 'B', of: rule.id, percent: 50, earns: { stars: 1 } }];
    const steps = [{ name: 'S', event: 'doc.written', at: 1 }];
    const quests = [{ id: 'q', name: 'Q', steps, outcome: 'value', earns: { credits: 1 } }];
    expect(findings({ rules: [rule], bonuses, quests, currencies })).toEqual([]);
  });

  it('takes a quest for attendance that pays for it in a currency alone', () => {
    const steps = [{ name: 'S', event: '$page', at: 1 }];
    const quests = [{ id: 'q', name: 'Q', steps, outcome: 'value', earns: { credits: 1 } }];
    expect(findings({ quests, currencies: [{ id: 'credits', name: 'Credits' }] })).toEqual([
      'attendance quests[0].steps[0].event',
    ]);
  });

  it('warns of traits and events never seen, wherever they stand', () => {
    const when = { $or: [{ '$user.plan': 'pro' }, { $not: { '$company.stage': 'gone' } }] };
    const parts = {
      rules: [{ ...rule, when }],
      streaks: [{ id: 's', name: 'S', unit: 'day', events: [{ event: 'shipped' }] }],
    };
    const seen = { traits: new Set(['$user.plan']), events: new Set(['feature.shipped']) };
    expect(findings(parts, seen)).toEqual([
      'unknown-event streaks[0].events[0].event',
      'unknown-trait rules[0].when.$or[1].$not.$company.stage',
    ]);
    expect(findings(parts)).toEqual([]);
  });
});
