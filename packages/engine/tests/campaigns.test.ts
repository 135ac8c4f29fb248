import type { Campaign, Delivery, Playbook } from '@waymark/contracts';
import {
  assign,
  type CampaignProgram,
  compareCampaigns,
  compileCampaigns,
  type Decision,
  decide,
  hash32,
  type Impression,
  mayShow,
} from '@waymark/engine/campaigns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, RUNS } from './generated.js';
import { campaignOf, campaignPlaybook, profileOf } from './people.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-01T00:00:00Z');
const at = (hour: number) => new Date(START + hour * HOUR).toISOString();

const frequency = fc.record(
  {
    max: fc.integer({ min: 1, max: 3 }),
    per: fc.record({ times: fc.integer({ min: 1, max: 2 }), days: fc.integer({ min: 1, max: 3 }) }),
    every: fc.record({ hours: fc.integer({ min: 1, max: 30 }) }),
    afterDismissal: fc.record({ days: fc.integer({ min: 1, max: 2 }) }),
  },
  { requiredKeys: [] },
);
const campaign = fc.record(
  {
    frequency,
    priority: fc.integer({ min: -1, max: 1 }),
    channel: fc.constantFrom('interrupt', 'ambient', 'inline'),
    limits: fc.constantFrom(['calm'], ['calm', 'rare']),
    audience: fc.constantFrom<object>(
      {},
      { $role: 'administrator' },
      { '$campaign.c-0': { $ne: 'shown' } },
      { $or: [{ '$user.plan': 'pro', $level: 0 }, { $events: { event: 'share', days: 2 } }] },
    ),
    experiment: fc.record({
      by: fc.constantFrom('user', 'company'),
      holdout: fc.constantFrom(0, 20, 50),
      arms: fc.constant([
        { id: 'a', weight: 1 },
        { id: 'b', weight: 3 },
      ]),
    }),
    schedule: fc.constantFrom({ from: '2026-03-02' }, { hours: { from: 8, until: 20 } }),
    status: fc.constantFrom('live', 'live', 'live', 'paused'),
  },
  { requiredKeys: [] },
);
const limit = fc.record({
  by: fc.constantFrom('user', 'company'),
  times: fc.integer({ min: 1, max: 3 }),
  hours: fc.integer({ min: 1, max: 60 }),
});
const groups = fc
  .tuple(fc.array(limit, { minLength: 1, maxLength: 2 }), fc.array(limit, { minLength: 1, maxLength: 2 }))
  .map(([calm, rare]) => [
    { id: 'calm', name: 'Calm', limits: calm },
    { id: 'rare', name: 'Rare', of: 'all', limits: rare },
  ]);

/** Parses what was drawn; without the keys that were not. */
function playbookFrom(campaigns: readonly object[], limitGroups: readonly object[]): Playbook {
  const document = JSON.parse(JSON.stringify(campaigns.map((parts, i) => campaignOf(`c-${i}`, parts))));
  return campaignPlaybook(document, { limitGroups });
}
const fresh = fc
  .tuple(fc.array(campaign, { minLength: 1, maxLength: 4 }), groups)
  .map(([campaigns, limitGroups]) => playbookFrom(campaigns, limitGroups));

const POOL = 500;
let pool: readonly Playbook[] | undefined;

/** Nearly always one that was drawn, and compiled, before: that takes longer than to decide by it. The short ones first. */
const playbooks: fc.Arbitrary<Playbook> = fc.oneof(
  {
    weight: 19,
    arbitrary: fc.nat(POOL - 1).map((index) => {
      pool ??= fc
        .sample(fresh, { ...CAUGHT, numRuns: POOL })
        .map((playbook) => ({ playbook, size: JSON.stringify(playbook).length }))
        .sort((a, b) => a.size - b.size)
        .map(({ playbook }) => playbook);
      return pool[index] as Playbook;
    }),
  },
  { weight: 1, arbitrary: fresh },
);

const programs = new WeakMap<Playbook, CampaignProgram>();

function programOf(playbook: Playbook): CampaignProgram {
  const known = programs.get(playbook) ?? compileCampaigns(playbook);
  programs.set(playbook, known);
  return known;
}

/** One person's act in one of their tabs, some hours after the one before. */
const act = fc.record({
  person: fc.constantFrom('ada', 'bob'),
  tab: fc.nat(1),
  later: fc.constantFrom(0, 0, 1, 5, 11, 25),
  kind: fc.constantFrom('look', 'show', 'show', 'show', 'dismiss'),
  pick: fc.nat(5),
});
/** Many short sequences, and some that are long enough to come back to what has rested. */
const acts = fc.oneof(
  { weight: 3, arbitrary: fc.array(act, { minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(act, { minLength: 8, maxLength: 24 }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const person = (userId: string) => profileOf({ userId, userTraits: { plan: 'pro' } });

/** Limits that a log breaks, told by a plain count over every stretch of time that ends with an impression. */
function broken(playbook: Playbook, log: readonly Impression[]): string[] {
  const shown = log.filter(({ kind }) => kind === 'shown');
  const faults: string[] = [];
  const check = (name: string, among: readonly Impression[], times: number, hours: number) => {
    for (const last of among) {
      const end = Date.parse(last.at);
      const within = among.filter((one) => {
        const time = Date.parse(one.at);
        return time <= end && time > end - hours * HOUR;
      });
      if (within.length > times) faults.push(name);
    }
  };
  for (const userId of ['ada', 'bob']) {
    const own = shown.filter((one) => one.userId === userId);
    for (const { id, frequency: its = {} } of playbook.campaigns ?? []) {
      const of = own.filter(({ campaignId }) => campaignId === id);
      if (its.max !== undefined) check(`${id} max`, of, its.max, Infinity);
      if (its.per !== undefined) check(`${id} per`, of, its.per.times, its.per.days * 24);
      if (its.every !== undefined) check(`${id} every`, of, 1, its.every.hours);
    }
  }
  for (const { id, of = 'named', limits } of playbook.limitGroups ?? []) {
    const names = (one: Campaign) => of === 'all' || (one.limits ?? []).includes(id);
    const ids = new Set((playbook.campaigns ?? []).filter(names).map((one) => one.id));
    const among = shown.filter(({ campaignId }) => ids.has(campaignId));
    for (const { by, times, hours } of limits) {
      if (by === 'company') check(`${id} company`, among, times, hours);
      else
        for (const userId of ['ada', 'bob'])
          check(
            `${id} user`,
            among.filter((one) => one.userId === userId),
            times,
            hours,
          );
    }
  }
  return faults;
}

/** What a tab holds: what the hub once told it, and how many impressions the hub had counted then. */
interface Tab {
  readonly decision: Decision;
  readonly counted: number;
}

/** Somebody wants to show something. */
interface Wish {
  readonly tab: Tab;
  readonly delivery: Delivery;
  readonly userId: string;
  readonly log: readonly Impression[];
  /** What the person's tabs have shown since the hub told this one. */
  readonly since: readonly Delivery[];
  readonly now: string;
}

type Ask = (wish: Wish, program: CampaignProgram) => boolean;

/** Lives through a sequence of acts and returns the log; who may show is asked by `may`. */
function lived(program: CampaignProgram, sequence: readonly Act[], may: Ask): Impression[] {
  const log: Impression[] = [];
  const shown = new Map<string, Delivery>();
  const tabs = new Map<string, Tab>();
  let hour = 0;
  sequence.forEach(({ person: userId, tab: number, later, kind, pick }, i) => {
    hour += later;
    const now = at(hour);
    const name = `${userId} ${number}`;
    if (kind === 'look' || !tabs.has(name)) {
      tabs.set(name, { decision: decide(person(userId), program, log, now), counted: log.length });
    }
    const tab = tabs.get(name) as Tab;
    const { deliveries, standby } = tab.decision.toBrowser;
    const candidates = [...deliveries, ...standby];
    const delivery = candidates[pick % Math.max(1, candidates.length)];
    if (delivery === undefined || kind === 'look') return;
    const { campaignId } = delivery;
    const impression = { id: `i${i}`, campaignId, userId, companyId: 'acme', at: now };
    if (kind === 'dismiss') log.push({ ...impression, kind: 'dismissed' });
    else {
      const mine = log.slice(tab.counted).filter((one) => one.kind === 'shown' && one.userId === userId);
      const since = mine.flatMap(({ id }) => shown.get(id) ?? []);
      if (!may({ tab, delivery, userId, log, since, now }, program)) return;
      log.push({ ...impression, kind: 'shown' });
      shown.set(impression.id, delivery);
    }
  });
  return log;
}

const neverTooMany = (may: Ask, sequences: fc.Arbitrary<Act[]> = acts) =>
  fc.property(playbooks, sequences, (playbook, sequence) => {
    expect(broken(playbook, lived(programOf(playbook), sequence, may))).toEqual([]);
  });

/** The hub decides anew for each impression, under its lock, by all that it knows. */
const claimed: Ask = ({ delivery, userId, log, now }, program) => {
  const { toBrowser } = decide(person(userId), program, log, now);
  return [...toBrowser.deliveries, ...toBrowser.standby].some(
    (one) => one.campaignId === delivery.campaignId,
  );
};
/** A tab spends what the hub allowed, and knows of the person's other tabs. */
const spent: Ask = ({ tab, delivery, since }) => mayShow(delivery, tab.decision.toBrowser, since);
/** A tab shows what it was once told, whatever has happened since. */
const careless: Ask = () => true;
/** A tab spends what the hub allowed, and knows of nothing that others show. */
const alone: Ask = ({ tab, delivery, log }) => {
  const own = log.slice(tab.counted).filter(({ campaignId }) => campaignId === delivery.campaignId);
  return mayShow(
    delivery,
    tab.decision.toBrowser,
    own.map(() => delivery),
  );
};

describe('over any sequence of displays and tabs', () => {
  it('no limit is exceeded where the hub is asked each time', () => {
    fc.assert(neverTooMany(claimed), RUNS);
  });

  const one = acts.map((sequence) => sequence.map((each) => ({ ...each, person: 'ada' as const })));
  it('no limit is exceeded where the tabs of a person spend what the hub allowed', () => {
    fc.assert(neverTooMany(spent, one), RUNS);
  });

  it('tabs that show what they were told are caught by that', () => {
    expect(fc.check(neverTooMany(careless), CAUGHT).failed).toBe(true);
  });

  it('tabs that count but the campaign’s own impressions are caught by that', () => {
    expect(fc.check(neverTooMany(alone, one), CAUGHT).failed).toBe(true);
  });
});

type Sort = (campaigns: Campaign[]) => Campaign[];

const ordered = (sort: Sort) =>
  fc.property(
    playbooks,
    fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
    ({ campaigns: list = [] }, dice) => {
      const key = new Map(list.map(({ id }, i) => [id, dice[i] ?? 0]));
      const shuffled = [...list].sort((a, b) => (key.get(a.id) ?? 0) - (key.get(b.id) ?? 0));
      const ids = sort([...list]).map(({ id }) => id);
      expect(sort(shuffled).map(({ id }) => id)).toEqual(ids);
      expect(sort(sort([...list])).map(({ id }) => id)).toEqual(ids);
    },
  );

describe('the order', () => {
  it('is the same for campaigns that come in another one', () => {
    fc.assert(
      ordered((list) => list.sort(compareCampaigns)),
      RUNS,
    );
  });

  it('by priority alone is caught by that', () => {
    const byPriority: Sort = (list) => list.sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
    expect(fc.check(ordered(byPriority), CAUGHT).failed).toBe(true);
  });

  it('is total: of two different ones, one comes first', () => {
    const named = fc.record({
      id: fc.constantFrom('a', 'b', 'ab', 'a-1', 'a-10', 'a-9'),
      priority: fc.integer({ min: -1, max: 1 }),
    });
    fc.assert(
      fc.property(named, named, named, (a, b, c) => {
        const sign = (x: typeof a, y: typeof a) => Math.sign(compareCampaigns(x, y));
        expect(sign(a, b) + sign(b, a)).toBe(0);
        expect(sign(a, b) === 0).toBe(a.id === b.id && a.priority === b.priority);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

/** The same value with the keys of all its objects turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

const impressions = fc
  .array(
    fc.record({
      campaignId: fc.constantFrom('c-0', 'c-1', 'gone'),
      kind: fc.constantFrom(
        'shown' as const,
        'dismissed' as const,
        'snoozed' as const,
        'entered' as const,
        'completed' as const,
      ),
      userId: fc.constantFrom('ada', 'bob'),
      hour: fc.nat(60),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(({ hour, ...one }, i): Impression => ({ ...one, id: `i${i}`, companyId: 'acme', at: at(hour) })),
  );

describe('a decision', () => {
  const profile = profileOf({
    role: 'administrator',
    userTraits: { plan: 'pro', name: 'Ada' },
    events: { user: { share: { '2026-03-02': 1, '2026-03-01': 4 } }, company: {} },
  });

  it('is the same for the same input, in whatever order keys, campaigns and impressions come', () => {
    fc.assert(
      fc.property(playbooks, impressions, fc.nat(72), (playbook, log, hour) => {
        const { campaigns: list = [] } = playbook;
        const other = turned({ ...playbook, campaigns: [...list].reverse() }) as Playbook;
        const decision = decide(profile, programOf(playbook), log, at(hour));
        const again = decide(
          turned(profile) as typeof profile,
          compileCampaigns(other),
          [...log, ...log].reverse(),
          at(hour),
        );
        // What an audience asks first, it also tells first: the readings are a set.
        expect(sorted(again)).toEqual(sorted(decision));
      }),
      RUNS,
    );
  });

  it('has a verdict for every campaign, and at most one that interrupts', () => {
    fc.assert(
      fc.property(playbooks, impressions, fc.nat(72), (playbook, log, hour) => {
        const { verdicts, toBrowser } = decide(profile, programOf(playbook), log, at(hour));
        const named = (playbook.campaigns ?? []).map(({ id }) => id);
        expect(verdicts.map(({ campaignId }) => campaignId).sort()).toEqual(named.sort());
        const loud = toBrowser.deliveries.filter(({ channel }) => channel === 'interrupt');
        expect(loud.length).toBeLessThanOrEqual(1);
        expect(loud.length === 0 && toBrowser.standby.length > 0).toBe(false);
        for (const { outcome, stoppedBy, gates } of verdicts) {
          expect(gates.map(({ gate }) => gate)).toEqual(GATES);
          expect(stoppedBy).toBe(gates.find(({ passed }) => !passed)?.gate ?? null);
          expect(outcome === 'delivered').toBe(stoppedBy === null);
        }
      }),
      RUNS,
    );
  });
});

const GATES = ['status', 'schedule', 'audience', 'trigger', 'experiment', 'frequency', 'limits', 'slot'];

function sorted({ verdicts, toBrowser }: Decision): object {
  const gates = verdicts.map((verdict) => ({
    ...verdict,
    gates: verdict.gates.map((gate) =>
      gate.gate === 'audience'
        ? { ...gate, readings: [...gate.readings].sort((a, b) => (a.path < b.path ? -1 : 1)) }
        : gate,
    ),
  }));
  return { gates, toBrowser };
}

const ids = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }).map((n) => `user-${n}`),
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 12 }),
);

describe('experiments', () => {
  it('never give the campaign to who is held out, neither at once nor on standby', () => {
    fc.assert(
      fc.property(playbooks, ids, fc.nat(72), (playbook, userId, hour) => {
        const program = programOf(playbook);
        const { verdicts, toBrowser } = decide(profileOf({ userId }), program, [], at(hour));
        const given = [...toBrowser.deliveries, ...toBrowser.standby].map(({ campaignId }) => campaignId);
        for (const { campaign: one } of program.campaigns) {
          if (!assign(one, { userId, companyId: 'acme' }).heldOut) continue;
          expect(given).not.toContain(one.id);
          expect(['held_out', 'stopped']).toContain(
            verdicts.find(({ campaignId }) => campaignId === one.id)?.outcome,
          );
        }
      }),
      RUNS,
    );
  });

  type Deal = (
    campaigns: readonly Campaign[],
    at: number,
    whom: { userId: string; companyId: string },
  ) => string | null;
  const staysItself = (deal: Deal) =>
    fc.property(playbooks, playbooks, ids, fc.nat(4), ({ campaigns: before = [] }, other, userId, place) => {
      const after = [...before];
      after.splice(place, 0, { ...(other.campaigns?.[0] as Campaign), id: 'new' });
      const whom = { userId, companyId: 'acme' };
      before.forEach(({ id }, i) => {
        const there = after.findIndex((one) => one.id === id);
        expect(deal(after, there, whom)).toBe(deal(before, i, whom));
      });
    });
  const byHash: Deal = (campaigns, i, whom) => {
    const { heldOut, arm } = assign(campaigns[i] as Campaign, whom);
    return heldOut ? 'holdout' : arm;
  };

  it('leave everybody in their arm when a campaign is added', () => {
    fc.assert(staysItself(byHash), RUNS);
  });

  it('that deal campaign by campaign are caught by that', () => {
    const byTurn: Deal = (campaigns, i, { userId }) => {
      const { experiment } = campaigns[i] as Campaign;
      return experiment?.arms?.[(hash32(userId, 0) + i) % 2]?.id ?? null;
    };
    expect(fc.check(staysItself(byTurn), CAUGHT).failed).toBe(true);
  });

  /** Of ten thousand people by whatever ids and salt, as many are held out as should be: six deviations leave nothing to chance. */
  const fairShare = (part: (salt: string, userId: string) => number) =>
    fc.property(ids, ids, fc.constantFrom(5, 10, 50), (salt, prefix, percent) => {
      const people = 2_000;
      let heldOut = 0;
      for (let n = 0; n < people; n++) if (part(salt, `${prefix}${n}`) < percent / 100) heldOut++;
      const share = percent / 100;
      expect(Math.abs(heldOut - people * share)).toBeLessThan(6 * Math.sqrt(people * share * (1 - share)));
    });
  const dealt = (salt: string, userId: string): number => {
    // The share is asked of the assignment itself: the least holdout that would hold the person out.
    for (const holdout of [5, 10, 50]) {
      const experiment = { by: 'user' as const, holdout, salt };
      if (assign({ id: 'x', experiment }, { userId, companyId: '' }).heldOut) return holdout / 100 - 0.001;
    }
    return 1;
  };

  it('hold out the share that they say', () => {
    fc.assert(fairShare(dealt), { ...RUNS, numRuns: Math.min(RUNS.numRuns, 100) });
  });

  it('by the sum of an id’s characters are caught by that', () => {
    const bySum = (salt: string, userId: string) =>
      ([...(salt + userId)].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 1_000) /
      1_000;
    expect(fc.check(fairShare(bySum), { ...CAUGHT, numRuns: 100 }).failed).toBe(true);
  });
});
