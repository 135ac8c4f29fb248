import type { Playbook } from '@waymark/contracts';
import { type Fact, stampFact } from '@waymark/engine';
import fc from 'fast-check';
import { playbookOf } from './folding.js';

/** Runs of a property; more where there is time for more. */
export const RUNS = { numRuns: Number(globalThis.process?.env.FC_RUNS ?? 10_000) };

/** Runs of a property that holds of less than the whole state, or takes long to look at. */
export const FEWER = { numRuns: Math.max(RUNS.numRuns / 10, Math.min(RUNS.numRuns, 200)) };

/** Runs within which a property has to catch a naive version; always the same ones, so that it always does. */
export const CAUGHT = { numRuns: 10_000, seed: 20_241_230 };

const EVENTS = ['ship', 'fix', 'look'];
const PERIODS = ['day', 'week', 'month', 'lifetime'] as const;

const measure = fc.constantFrom(
  { kind: 'count' },
  { kind: 'sum', of: 'files' },
  { kind: 'distinct', of: 'area' },
);

const when = fc.constantFrom(
  undefined,
  { bot: { $ne: true } },
  { files: { $gte: 2 } },
  { $or: [{ area: 'api' }, { $role: 'administrator' }] },
  { '$user.plan': { $not: { $regex: '^p' } } },
);

/** What pays in currencies beside points, if anything. */
const earns = fc.constantFrom(undefined, undefined, { credits: 5 }, { credits: 3, stars: 1 });

const rule = fc
  .record({
    event: fc.constantFrom('ship', 'fix'),
    when,
    measure,
    points: fc.integer({ min: 1, max: 50 }),
    per: fc.constantFrom(undefined, ...PERIODS),
    room: fc.integer({ min: 0, max: 120 }),
    to: fc.constantFrom(undefined, 'user', 'company', 'both'),
    longer: fc.option(fc.nat(3), { nil: undefined }),
    most: fc.integer({ min: 1, max: 200 }),
    earns,
    narrowed: fc.constantFrom<object>(
      {},
      {},
      { valid: { from: '2024-12-29' } },
      { hours: { days: [1, 2, 3], from: 12 } },
      { hours: { from: 23, until: 1 } },
      { trust: 'server' },
    ),
  })
  .map(({ per, room, to, longer, most, earns: paid, narrowed, ...rest }) => {
    const least = per === undefined ? 0 : PERIODS.indexOf(per);
    const share = { per: PERIODS[Math.min(least + (longer ?? 0), 3)], points: most };
    return {
      ...rest,
      ...narrowed,
      to,
      outcome: 'value',
      ...(per && { limit: { per, points: rest.points + room } }),
      ...(paid && to !== 'company' && { earns: paid }),
      ...(longer !== undefined && to !== undefined && to !== 'user' && { share }),
    };
  });

const quest = fc
  .record({
    by: fc.constantFrom('member', 'member', 'company'),
    ordered: fc.boolean(),
    steps: fc.array(
      fc.record({ event: fc.constantFrom('ship', 'fix'), when, measure, at: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    points: fc.integer({ min: 0, max: 60 }),
    earns,
    valid: fc.constantFrom(undefined, { from: '2024-12-28' }, { until: '2025-01-03' }),
    days: fc.constantFrom(undefined, 1, 3, 7),
  })
  .map(({ by, points, earns: paid, steps, ...rest }) => ({
    ...rest,
    by,
    steps: steps.map((step) => ({ ...step, name: 'Step' })),
    points: by === 'company' ? 0 : points,
    earns: by === 'company' ? undefined : paid,
    outcome: 'activation',
  }));

const streak = fc.record({
  unit: fc.constantFrom('day', 'workday', 'week', 'month'),
  events: fc.constantFrom(
    [{ event: 'ship' }],
    [{ event: 'ship', when: { files: { $gte: 1 } } }, { event: 'fix' }],
  ),
});

const badge = fc.record({ event: fc.constantFrom('ship', 'fix'), when, measure }).map((rest) => ({
  ...rest,
  description: 'Badge',
  medal: { shape: 'star', glyph: 'flag' },
  tiers: [
    { tier: 'bronze', at: 1 },
    { tier: 'silver', at: 4 },
    { tier: 'gold', at: 9 },
  ],
}));

const bonus = fc
  .record({
    of: fc.nat(4),
    percent: fc.integer({ min: 1, max: 250 }),
    when,
    per: fc.constantFrom(undefined, ...PERIODS),
    most: fc.integer({ min: 1, max: 60 }),
    earns,
  })
  .map(({ per, most, ...rest }) => ({ ...rest, ...(per && { limit: { per, points: most } }) }));

/** How growth may lapse, of all kinds. */
export const expiries = fc
  .record({
    months: fc.integer({ min: 1, max: 5 }),
    grace: fc.constantFrom(undefined, 0, 1, 2),
    demotion: fc.constantFrom(undefined, 'to-earned' as const, 'one-level' as const, 'never' as const),
    keep: fc.constantFrom(undefined, { points: 20 }, { points: 50, months: 2 }),
  })
  .map(({ grace, ...rest }) =>
    JSON.parse(JSON.stringify({ ...rest, ...(grace !== undefined && { grace: { months: grace } }) })),
  ) as fc.Arbitrary<NonNullable<Playbook['expiry']>>;

/** A playbook of a few rules and badges of all kinds, made from nothing: what it takes to fold a log ten times. */
const freshPlaybooks: fc.Arbitrary<Playbook> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
    badges: fc.array(badge, { maxLength: 2 }),
    bonuses: fc.array(bonus, { maxLength: 1 }),
    quests: fc.array(quest, { maxLength: 2 }),
    streaks: fc.array(streak, { maxLength: 1 }),
    expiry: fc.option(expiries, { nil: undefined, freq: 1 }),
  })
  .map(({ rules, bonuses, badges, quests, streaks, expiry }) => {
    const named = <T extends object>(list: readonly T[]) =>
      list.map((item, i) => ({ id: `n-${i}`, name: `N ${i}`, ...JSON.parse(JSON.stringify(item)) }));
    const levels = [0, 40, 90, 300].map((at) => ({ at, title: `At ${at}` }));
    const currencies = [
      { id: 'credits', name: 'Credits', expires: { months: 1 } },
      { id: 'stars', name: 'Stars' },
    ];
    return playbookOf({
      version: 3,
      levels,
      currencies,
      rules: named(rules),
      bonuses: bonuses.map(({ of, ...rest }, i) => ({
        id: `b-${i}`,
        name: 'Bonus',
        of: `n-${of % rules.length}`,
        ...JSON.parse(JSON.stringify(rest)),
      })),
      badges: named(badges),
      quests: named(quests),
      streaks: named(streaks),
      ...(expiry && { expiry }),
    });
  });

const POOL = 1_000;
let pool: readonly Playbook[] | undefined;

/** The same playbooks in every process, the short ones first: smaller numbers are simpler counterexamples. */
function pooled(index: number): Playbook {
  pool ??= fc
    .sample(freshPlaybooks, { ...CAUGHT, numRuns: POOL })
    .map((playbook) => ({ playbook, size: JSON.stringify(playbook).length }))
    .sort((a, b) => a.size - b.size)
    .map(({ playbook }) => playbook);
  return pool[index] as Playbook;
}

/** A playbook of all kinds: nearly always one that was drawn, and compiled, before, and now and then a new one. */
export const playbooks: fc.Arbitrary<Playbook> = fc.oneof(
  { weight: 19, arbitrary: fc.nat(POOL - 1).map(pooled) },
  { weight: 1, arbitrary: freshPlaybooks },
);

/** Around New Year, so that few facts meet in days, weeks, months and years that part them differently. */
const day = fc.constantFrom(
  ...Array.from({ length: 13 }, (_, n) => new Date(Date.UTC(2024, 11, 26 + n)).toISOString().slice(0, 10)),
);

const fact = fc
  .record({
    day,
    event: fc.constantFrom(...EVENTS),
    userId: fc.constantFrom('ada', 'bob'),
    companyId: fc.constantFrom('acme', 'umbra', ''),
    role: fc.constantFrom(null, 'administrator'),
    hour: fc.constantFrom('00:00:00+05:45', '23:59:59-03:30', '12:00:00Z'),
    files: fc.constantFrom(undefined, -3, 0, 1, 2, 7, 2.5, Number.MAX_SAFE_INTEGER, '7', null),
    area: fc.constantFrom(undefined, 'api', 'web', 1, '1', true, '__proto__', 'constructor', '#', null),
    bot: fc.constantFrom(undefined, true),
    plan: fc.constantFrom('pro', 'free'),
    source: fc.constantFrom('browser' as const, 'server' as const),
  })
  .map(({ day: date, hour, files, area, bot, role, companyId, plan, source, ...rest }) => ({
    event: { ...rest, type: 'track' as const, timestamp: `${date}T${hour}` },
    properties: {
      ...(files !== undefined && { files }),
      ...(area !== undefined && { area }),
      ...(bot !== undefined && { bot }),
    },
    stamp: { role, companyId, source, userTraits: { plan } },
  }));

/** A log of facts with ids of their own: many short ones, and some that are long enough to fill what has a limit. */
export const logs: fc.Arbitrary<Fact[]> = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(fact, { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(fact, { maxLength: 30 }) },
  )
  .map((facts) =>
    facts.map(({ event, properties, stamp }, i) => stampFact({ ...event, id: `e${i}`, properties }, stamp)),
  );

/** A log, and the same log in another order with some of it repeated. */
export const retoldLogs: fc.Arbitrary<readonly [Fact[], Fact[]]> = logs.chain((log) =>
  fc
    .tuple(fc.shuffledSubarray(log, { minLength: log.length }), fc.subarray(log))
    .chain(([order, again]) => {
      const whole = [...order, ...again];
      return fc.shuffledSubarray(whole, { minLength: whole.length });
    })
    .map((retold) => [log, retold] as const),
);

/** Beyond the largest exact integer the growth value stands still, while plain sums in a test would be rounded. */
export function isExact({ properties }: Fact): boolean {
  return properties.files !== Number.MAX_SAFE_INTEGER;
}
