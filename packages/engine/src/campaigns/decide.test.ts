import type { Delivery } from '@waymark/contracts';
import { parseDeliveries } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { campaignOf, campaignPlaybook, impressionOn, profileOf } from '../../tests/people.js';
import { compileCampaigns } from './compile.js';
import { decide } from './decide.js';
import type { Impression } from './impression.js';
import type { Profile } from './profile.js';
import { why } from './why.js';

const NOW = '2026-03-07T20:30:00+01:00';

interface Case {
  readonly around?: object;
  readonly profile?: Partial<Profile>;
  readonly impressions?: readonly Impression[];
  readonly now?: string;
}

function decided(
  campaigns: readonly object[],
  { around = {}, profile = {}, impressions = [], now = NOW }: Case = {},
) {
  const program = compileCampaigns(campaignPlaybook(campaigns, around));
  return decide(profileOf(profile), program, impressions, now);
}

/** What becomes of a single campaign, and what stops it. */
function outcome(parts: object, given: Case = {}) {
  const [verdict] = decided([campaignOf('hello', parts)], given).verdicts;
  return verdict?.stoppedBy ?? verdict?.outcome;
}

const shown = (at: string, parts?: Partial<Impression>) => impressionOn('hello', at, parts);

describe('status and schedule', () => {
  it.each<[object, string]>([
    [{}, 'delivered'],
    [{ status: 'draft' }, 'status'],
    [{ status: 'paused' }, 'status'],
    [{ status: 'ended' }, 'status'],
    [{ schedule: { from: '2026-03-07', until: '2026-03-07' } }, 'delivered'],
    [{ schedule: { from: '2026-03-08' } }, 'schedule'],
    [{ schedule: { until: '2026-03-06' } }, 'schedule'],
    [{ schedule: { hours: { days: [6], from: 20, until: 21 } } }, 'delivered'],
    [{ schedule: { hours: { from: 21 } } }, 'schedule'],
    [{ schedule: { hours: { days: [1, 2, 3, 4, 5] } } }, 'schedule'],
  ])('%j', (parts, expected) => {
    expect(outcome(parts)).toBe(expected);
  });

  it('go by the person’s own clock', () => {
    const parts = { schedule: { from: '2026-03-08' } };
    expect(outcome(parts, { now: '2026-03-08T00:30:00+09:00' })).toBe('delivered');
    expect(outcome(parts, { now: '2026-03-07T15:30:00Z' })).toBe('schedule');
  });

  it.each(['2026-03-07', '2026-03-07T20:30:00', 'now', ''])('refuse %j as a time', (now) => {
    expect(() => outcome({}, { now })).toThrow('[engine] Expected `now` to be ISO 8601 with an offset');
  });
});

describe('moments', () => {
  const lifecycles = [
    {
      id: 'first',
      name: 'First',
      of: 'user',
      stages: [
        {
          id: 'new',
          name: 'New',
          from: { day: 0 },
          nodes: [{ id: 'shared', name: 'S', event: 'share', by: 2 }],
        },
      ],
    },
  ];
  const missed = { kind: 'node', lifecycle: 'first', node: 'shared', change: 'missed', days: 3, delay: 5 };

  it.each<[string | null, string]>([
    ['2026-03-04', 'delivered'],
    ['2026-03-02', 'delivered'],
    ['2026-03-01', 'trigger'],
    ['2026-03-05', 'trigger'],
    [null, 'trigger'],
  ])('a node missed by who came on %s', (user, expected) => {
    const given = { around: { lifecycles }, profile: { since: { user, company: null } } };
    expect(outcome({ triggers: [missed] }, given)).toBe(expected);
  });

  it('of the hub are none of the browser’s: what has come is there with the page', () => {
    const given = { around: { lifecycles }, profile: { since: { user: '2026-03-04', company: null } } };
    const triggers = [missed, { kind: 'push' }, { kind: 'idle', seconds: 30 }];
    const [delivery] = decided([campaignOf('hello', { triggers })], given).toBrowser.deliveries;
    expect(delivery?.triggers).toEqual([
      { kind: 'load', delay: 5 },
      { kind: 'idle', seconds: 30 },
    ]);
  });

  it.each([
    ['2026-03-07T10:00:00Z', 'delivered'],
    ['2026-03-06T19:30:01Z', 'delivered'],
    ['2026-03-06T19:30:00Z', 'trigger'],
  ])('a push at %s', (at, expected) => {
    expect(outcome({ triggers: [{ kind: 'push' }] }, { profile: { pushed: { hello: at } } })).toBe(expected);
    expect(outcome({ triggers: [{ kind: 'push' }] }, { profile: { pushed: { other: at } } })).toBe('trigger');
  });
});

describe('frequency', () => {
  it.each<[object, Impression[], string]>([
    [{}, [shown('2026-03-07T10:00:00Z')], 'delivered'],
    [{ max: 1 }, [shown('2020-03-07T10:00:00Z')], 'frequency'],
    [{ max: 1 }, [shown('2020-03-07T10:00:00Z', { userId: 'bob' })], 'delivered'],
    [
      { max: 2 },
      [shown('2026-03-07T10:00:00Z', { id: 'a' }), shown('2026-03-07T10:00:00Z', { id: 'a' })],
      'delivered',
    ],
    [{ per: { times: 1, days: 2 } }, [shown('2026-03-05T19:30:01Z')], 'frequency'],
    [{ per: { times: 1, days: 2 } }, [shown('2026-03-05T19:30:00Z')], 'delivered'],
    [{ per: { times: 1, days: 2 } }, [shown('2026-03-09T00:00:00Z')], 'frequency'],
    [{ every: { hours: 2 } }, [shown('2026-03-07T17:30:01Z')], 'frequency'],
    [{ every: { hours: 2 } }, [shown('2026-03-07T17:30:00Z')], 'delivered'],
    [{}, [shown('2020-03-07T10:00:00Z', { kind: 'completed' })], 'frequency'],
    [{}, [shown('2020-03-07T10:00:00Z', { kind: 'dismissed' })], 'frequency'],
    [{ afterDismissal: { days: 2 } }, [shown('2026-03-05T19:30:01Z', { kind: 'dismissed' })], 'frequency'],
    [{ afterDismissal: { days: 2 } }, [shown('2026-03-05T19:30:00Z', { kind: 'dismissed' })], 'delivered'],
    [{}, [shown('2026-03-06T19:30:01Z', { kind: 'snoozed' })], 'frequency'],
    [{}, [shown('2026-03-06T19:30:00Z', { kind: 'snoozed' })], 'delivered'],
    [{ snooze: { hours: 1 } }, [shown('2026-03-07T18:30:01Z', { kind: 'snoozed' })], 'frequency'],
    [{ max: 1 }, [shown('2026-03-07T10:00:00Z', { kind: 'clicked' })], 'delivered'],
  ])('%j', (frequency, impressions, expected) => {
    expect(outcome({ frequency }, { impressions })).toBe(expected);
  });

  it('says what keeps it away the longest', () => {
    const impressions = [
      shown('2026-03-07T10:00:00Z', { kind: 'snoozed' }),
      shown('2026-03-06T10:00:00Z', { kind: 'dismissed' }),
    ];
    const frequency = { afterDismissal: { days: 30 } };
    const [verdict] = decided([campaignOf('hello', { frequency })], { impressions }).verdicts;
    const until = Date.parse('2026-04-05T10:00:00Z');
    expect(verdict?.gates.find(({ gate }) => gate === 'frequency')).toMatchObject({
      rest: { why: 'dismissed', until },
    });
  });
});

describe('limit groups', () => {
  const group = (parts: object) => ({
    limitGroups: [{ id: 'calm', name: 'Calm', limits: [{ by: 'user', times: 2, hours: 24 }], ...parts }],
  });
  const byCompany = { limits: [{ by: 'company', times: 1, hours: 24 }] };
  const two = [impressionOn('other', '2026-03-07T10:00:00Z'), impressionOn('hello', '2026-03-07T11:00:00Z')];
  const others = [impressionOn('other', '2026-03-07T10:00:00Z', { userId: 'bob' })];
  const strangers = [impressionOn('other', '2026-03-07T10:00:00Z', { userId: 'bob', companyId: 'umbra' })];

  it.each<[string, object, object, Impression[], string]>([
    ['of all count everything', group({ of: 'all' }), {}, two, 'limits'],
    ['by name count what names them', group({}), { limits: ['calm'] }, two, 'delivered'],
    [
      'by name hold nobody else',
      group({ limits: [{ by: 'user', times: 1, hours: 24 }] }),
      {},
      two,
      'delivered',
    ],
    ['by company count colleagues', group({ of: 'all', ...byCompany }), {}, others, 'limits'],
    ['by company count no strangers', group({ of: 'all', ...byCompany }), {}, strangers, 'delivered'],
    [
      'by user count no colleagues',
      group({ of: 'all', limits: [{ by: 'user', times: 1, hours: 24 }] }),
      {},
      others,
      'delivered',
    ],
  ])('%s', (_, around, parts, impressions, expected) => {
    expect(outcome(parts, { around, impressions })).toBe(expected);
  });

  it('tell the browser how many there may still be', () => {
    const around = group({
      of: 'all',
      limits: [
        { by: 'user', times: 4, hours: 24 },
        { by: 'company', times: 9, hours: 1 },
      ],
    });
    const campaigns = [
      campaignOf('hello', { frequency: { max: 5 } }),
      campaignOf('other', { channel: 'ambient' }),
    ];
    const { allowances, deliveries } = decided(campaigns, { around, impressions: two }).toBrowser;
    expect(allowances).toEqual({
      'hello max': 4,
      'calm user 4 in 24 hours': 2,
      'calm company 9 in 1 hours': 9,
    });
    expect(deliveries.map(({ limits }) => limits)).toEqual([
      ['hello max', 'calm user 4 in 24 hours', 'calm company 9 in 1 hours'],
      ['calm user 4 in 24 hours', 'calm company 9 in 1 hours'],
    ]);
  });
});

describe('two limits over the same hours', () => {
  it('are told apart, so that the stricter one holds in the browser, too', () => {
    const limits = [1, 3].map((times) => ({ by: 'user', times, hours: 29 }));
    const around = { limitGroups: [{ id: 'rare', name: 'Rare', of: 'all', limits }] };
    const { allowances } = decided([campaignOf('hello')], { around }).toBrowser;
    expect(allowances).toEqual({ 'rare user 1 in 29 hours': 1, 'rare user 3 in 29 hours': 3 });
  });
});

describe('the one that interrupts', () => {
  const campaigns = [
    campaignOf('b', { priority: 1 }),
    campaignOf('a', { priority: 1 }),
    campaignOf('z', { priority: 9, status: 'paused' }),
    campaignOf('c', { priority: 5, channel: 'ambient' }),
    campaignOf('d', { priority: 0 }),
  ];

  it('is the first in order of those that nothing else stops; the others stand by', () => {
    const { verdicts, toBrowser } = decided(campaigns);
    expect(verdicts.map(({ campaignId, outcome: became }) => `${campaignId} ${became}`)).toEqual([
      'z stopped',
      'c delivered',
      'a delivered',
      'b standby',
      'd standby',
    ]);
    expect(toBrowser.deliveries.map(({ campaignId }) => campaignId)).toEqual(['c', 'a']);
    expect(toBrowser.standby.map(({ campaignId }) => campaignId)).toEqual(['b', 'd']);
  });

  it('is told to who asks why another is not', () => {
    const verdict = decided(campaigns).verdicts.find(({ campaignId }) => campaignId === 'b');
    expect(verdict?.gates.at(-1)).toEqual({ gate: 'slot', passed: false, channel: 'interrupt', winner: 'a' });
  });
});

describe('experiments', () => {
  const experiment = {
    by: 'user',
    holdout: 50,
    arms: [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 1, content: { kind: 'banner', blocks: [{ kind: 'text', text: 'Other' }] } },
    ],
  };
  const people = Array.from({ length: 60 }, (_, n) => `user-${n}`);
  const decidedFor = (userId: string, impressions: Impression[] = [], parts: object = {}) =>
    decided([campaignOf('hello', { experiment, ...parts })], { profile: { userId }, impressions });

  it('deliver an arm’s own content, and to who is held out nothing', () => {
    const seen = people.map((userId) => {
      const { verdicts, toBrowser } = decidedFor(userId);
      const [delivery] = toBrowser.deliveries as [Delivery?];
      expect(verdicts[0]?.outcome).toBe(delivery ? 'delivered' : 'held_out');
      expect(verdicts[0]?.entry).toEqual(
        delivery ? { kind: 'entered', arm: delivery.arm } : { kind: 'held_out', arm: null },
      );
      return delivery ? `${delivery.arm} ${delivery.content.kind}` : 'none';
    });
    expect([...new Set(seen)].sort()).toEqual(['a modal', 'b banner', 'none']);
  });

  it('are entered once, when it would be the person’s turn, limits and places aside', () => {
    const [userId = ''] = people;
    const entered = impressionOn('hello', '2026-03-01T10:00:00Z', { userId, kind: 'entered' });
    expect(decidedFor(userId, [entered]).verdicts[0]?.entry).toBeNull();
    expect(decidedFor(userId, [], { audience: { $role: 'nobody' } }).verdicts[0]?.entry).toBeNull();
    const dismissed = impressionOn('hello', '2026-03-01T10:00:00Z', { userId, kind: 'dismissed' });
    expect(decidedFor(userId, [dismissed]).verdicts[0]?.entry).not.toBeNull();
  });
});

describe('what goes to the browser', () => {
  const audience = { '$user.secret': 'hunter2', $events: { event: 'paid' } };
  const parts = {
    audience: { $or: [audience, {}] },
    goal: { event: 'secret-goal', days: 3 },
    rewards: { points: 5, outcome: 'value' },
    schedule: { from: '2026-01-01' },
    languages: ['en', 'de'],
  };
  const profile = {
    userTraits: { secret: 'hunter2', name: 'Ada' },
    role: 'administrator',
    languages: ['de-AT'],
  };

  it('is what the contract says, and nothing of audiences, goals and traits', () => {
    const content = {
      kind: 'modal',
      blocks: [{ kind: 'text', text: { en: 'Hi {{user.name | "x"}}', de: 'Hallo' } }],
    };
    const { toBrowser } = decided([campaignOf('hello', { ...parts, content })], { profile });
    const text = JSON.stringify(toBrowser);
    expect(parseDeliveries(JSON.parse(text))).toEqual({ ok: true, value: toBrowser });
    expect(toBrowser.deliveries[0]).toMatchObject({ language: 'de', version: 7, snooze: 24, arm: null });
    for (const word of ['hunter2', 'secret', 'paid', 'administrator', 'Ada', 'reward', 'schedule'])
      expect(text).not.toContain(word);
  });

  it.each([
    [['fr'], ['de', 'en'], 'de'],
    [['fr', 'en-GB'], ['de', 'en'], 'en'],
    [['fr'], undefined, 'en'],
  ])('who reads %j gets it, of %j, in %s', (languages, offered, language) => {
    const content = { kind: 'modal', blocks: [{ kind: 'text', text: { de: 'Hallo', en: 'Hi' } }] };
    const campaign = campaignOf('hello', { content, ...(offered && { languages: offered }) });
    expect(decided([campaign], { profile: { languages } }).toBrowser.deliveries[0]?.language).toBe(language);
  });
});

describe('why', () => {
  it('says of every gate what was asked and what the person has', () => {
    const campaign = campaignOf('hello', {
      status: 'paused',
      audience: { $role: 'administrator', '$user.plan': 'pro' },
      triggers: [{ kind: 'push' }, { kind: 'exit' }],
      frequency: { max: 3 },
      schedule: { until: '2026-03-01' },
      experiment: { by: 'company', holdout: 0 },
    });
    const profile = { role: 'member', userTraits: { plan: 'pro' } };
    const impressions = [shown('2026-03-01T10:00:00Z'), shown('2026-03-01T10:00:00Z', { kind: 'dismissed' })];
    const [verdict] = decided([campaign], { profile, impressions }).verdicts;
    expect(verdict && why(verdict)).toEqual([
      'hello: stopped by status',
      '✗ status: is paused, expected live',
      '✗ schedule: it is 2026-03-07T20:30:00+01:00, expected {"until":"2026-03-01"}',
      '✗ audience: $role is "member", not as expected: "administrator"; $user.plan is "pro", as expected: "pro"',
      '✓ trigger: push has not come; exit may come',
      '✓ experiment: not held out',
      '✗ frequency: dismissed, for ever; hello max: 1 of 3',
      '✓ limits: no limits',
      '✓ slot: interrupt is free',
    ]);
  });

  it('says who has the place, and until when something rests', () => {
    const campaigns = [campaignOf('a'), campaignOf('hello', { frequency: {} })];
    const impressions = [shown('2026-03-07T19:00:00Z', { kind: 'snoozed' })];
    const verdict = decided(campaigns, { impressions }).verdicts[1];
    expect(verdict && why(verdict)).toContain('✗ slot: interrupt goes to a');
    expect(verdict && why(verdict)).toContain('✗ frequency: snoozed, until 2026-03-08T19:00:00.000Z');
  });
});
