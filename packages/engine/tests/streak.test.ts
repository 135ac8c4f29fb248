import { type Playbook, parsePlaybook, type Streak, type StreakView } from '@waymark/contracts';
import { addDays, compilePlaybook, createFold, type Fact, stampFact, streakOf } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, RUNS } from './generated.js';

const FIRST = '2026-07-20';

const streaks = fc
  .record({
    unit: fc.constantFrom('day', 'workday', 'week', 'month'),
    count: fc.integer({ min: 0, max: 3 }),
    holidays: fc.array(
      fc.nat(60).map((n) => addDays(FIRST, n)),
      { maxLength: 4 },
    ),
    weekend: fc.constantFrom(undefined, [5, 6], []),
  })
  .map(({ unit, count, holidays, weekend }) => ({
    id: 's',
    name: 'S',
    unit,
    events: [{ event: 'ship' }],
    freezes: { per: 'month', count: unit === 'month' ? 0 : count },
    ...(unit === 'workday' && { holidays, ...(weekend && { weekend }) }),
  }))
  .map((streak) => {
    const levels = [{ at: 0, title: 'New' }];
    const parsed = parsePlaybook({
      specVersion: 1,
      id: 'p',
      version: 1,
      name: 'P',
      rules: [],
      levels,
      streaks: [streak],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  });

const someDays = fc.array(
  fc.nat(60).map((n) => addDays(FIRST, n)),
  { maxLength: 50 },
);
const today = fc.nat(64).map((n) => addDays(FIRST, n));

const parsedEmpty: Playbook = {
  specVersion: 1,
  id: 'p',
  version: 1,
  name: 'P',
  rules: [],
  levels: [{ at: 0, title: 'New', benefits: [] }],
  badges: [],
  benefits: [],
  rankings: [],
};

/** Days of leave, the first and the last of each. */
type Pauses = readonly (readonly [from: string, to: string])[];
const pauses = fc.array(
  fc
    .tuple(fc.nat(60), fc.nat(14))
    .map(([from, more]) => [addDays(FIRST, from), addDays(FIRST, from + more)] as const),
  { maxLength: 3 },
);

type Runs = Pick<StreakView, 'current' | 'longest'>;
type Counting = (streak: Streak, days: readonly string[], today: string, pauses?: Pauses) => Runs;

function counted(streak: Streak, days: readonly string[], at: string, away: Pauses = []): StreakView {
  const folding = createFold(compilePlaybook({ ...parsedEmpty, streaks: [streak] }));
  days.forEach((day, i) => {
    const event = {
      id: `e${i}`,
      type: 'track',
      event: 'ship',
      userId: 'ada',
      timestamp: `${day}T12:00:00Z`,
    } as const;
    folding.push(stampFact(event, { companyId: 'acme', role: null }));
  });
  for (const [i, [from, to]] of away.entries()) folding.push(pauseOf(`p${i}`, from, to));
  const [member] = folding.members();
  return streakOf(streak, member?.cells ?? {}, at);
}

function pauseOf(id: string, from: string, to: string, source: 'browser' | 'server' = 'server'): Fact {
  const timestamp = '2026-08-01T09:00:00Z';
  const event = { id, type: 'track', event: '$pause', userId: 'ada', timestamp, properties: { from, to } };
  return stampFact(event as never, { companyId: 'acme', role: null, source });
}

function neverShorter(counting: Counting) {
  return fc.property(
    streaks,
    someDays,
    pauses,
    fc.nat(60),
    today,
    ({ streaks: list = [] }, days, away, more, at) => {
      const [streak] = list;
      if (streak === undefined) return;
      const before = counting(streak, days, at, away);
      const after = counting(streak, [...days, addDays(FIRST, more)], at, away);
      expect(after.current).toBeGreaterThanOrEqual(before.current);
      expect(after.longest).toBeGreaterThanOrEqual(before.longest);
    },
  );
}

function neverShorterByLeave(counting: Counting) {
  return fc.property(streaks, someDays, pauses, today, ({ streaks: list = [] }, days, away, at) => {
    const [streak] = list;
    if (streak === undefined) return;
    const before = counting(streak, days, at, away.slice(1));
    const after = counting(streak, days, at, away);
    expect(after.current).toBeGreaterThanOrEqual(before.current);
    expect(after.longest).toBeGreaterThanOrEqual(before.longest);
  });
}

/** What comes to mind first: a day of leave is a day off, on which nothing counts. */
function leaveIsOff(streak: Streak, days: readonly string[], at: string, away: Pauses = []): Runs {
  const isAway = (day: string) => away.some(([from, to]) => from <= day && day <= to);
  return counted(
    streak,
    days.filter((day) => !isAway(day)),
    at,
    away,
  );
}

/** What comes to mind first: go forward, and use up a month's freezes as misses come. */
function freezesAsTheyCome({ unit, freezes }: Streak, days: readonly string[], at: string): Runs {
  const active = new Set(days);
  if (unit !== 'day') return { current: 0, longest: 0 };
  let current = 0;
  let longest = 0;
  let left = 0;
  for (let day = FIRST; day <= at; day = addDays(day, 1)) {
    if (day === FIRST || day.endsWith('-01')) left = freezes?.count ?? 0;
    if (active.has(day)) current++;
    else if (day !== at && current > 0 && --left < 0) current = 0;
    longest = Math.max(longest, current);
  }
  return { current, longest };
}

/** By another road: try every stretch of days that ends at or before the present one. */
function everyStretch(
  { unit, freezes, weekend = [6, 7], holidays = [] }: Streak,
  days: readonly string[],
  at: string,
  away: Pauses,
): Runs {
  const isAway = (day: string) => away.some(([from, to]) => from <= day && day <= to);
  const isOff = (day: string) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return unit === 'workday' && (weekend.includes(weekday) || holidays.includes(day));
  };
  const active = new Set(days.filter((day) => !isOff(day)));
  const lengthFrom = (end: string, isPresent: boolean) => {
    const missed = new Map<string, number>();
    let length = 0;
    let best = 0;
    for (let day = end; day >= addDays(FIRST, -1); day = addDays(day, -1)) {
      if (active.has(day)) best = ++length;
      else if (!isOff(day) && !isAway(day) && !(isPresent && day === end)) {
        const misses = (missed.get(day.slice(0, 7)) ?? 0) + 1;
        if (misses > (freezes?.count ?? 0)) return best;
        missed.set(day.slice(0, 7), misses);
      }
    }
    return best;
  };
  let longest = 0;
  for (let end = FIRST; end <= at; end = addDays(end, 1))
    longest = Math.max(longest, lengthFrom(end, end === at));
  return { current: lengthFrom(at, true), longest };
}

describe('a streak', () => {
  it('is never shortened by one more active day', () => {
    fc.assert(neverShorter(counted), RUNS);
  });

  it('one that uses up freezes as misses come is caught by that', () => {
    expect(fc.check(neverShorter(freezesAsTheyCome), CAUGHT).failed).toBe(true);
  });

  it('is never shortened by a pause, nor lengthened by one that nothing was done around', () => {
    fc.assert(neverShorterByLeave(counted), RUNS);
    fc.assert(
      fc.property(streaks, pauses, today, ({ streaks: list = [] }, away, at) => {
        const [streak] = list;
        if (streak !== undefined)
          expect(counted(streak, [], at, away)).toMatchObject({ current: 0, longest: 0 });
      }),
      RUNS,
    );
  });

  it('one for which leave is a day off is caught by that', () => {
    expect(fc.check(neverShorterByLeave(leaveIsOff), CAUGHT).failed).toBe(true);
  });

  it('shows days of leave, and of weeks those whose weekdays are all in it', () => {
    const of = (unit: Streak['unit']): Streak => ({ id: 's', name: 'S', unit, events: [{ event: 'ship' }] });
    const leave: Pauses = [['2026-08-03', '2026-08-07']];
    const days = ['2026-07-31', '2026-08-10'];
    const states = (unit: Streak['unit']) =>
      counted(of(unit), days, '2026-08-10', leave).periods.map(({ state }) => state);
    expect(states('workday').slice(-11)).toEqual([
      'active',
      'off',
      'off',
      ...Array(5).fill('paused'),
      'off',
      'off',
      'active',
    ]);
    expect(states('week').slice(-3)).toEqual(['active', 'paused', 'active']);
    expect(counted(of('week'), days, '2026-08-10', leave).current).toBe(2);
    expect(states('month').slice(-2)).toEqual(['active', 'active']);
    const july: Pauses = [['2026-07-01', '2026-07-31']];
    expect(counted(of('month'), ['2026-06-01', '2026-08-01'], '2026-08-10', july).current).toBe(2);
  });

  it('is paused by the vendor’s server alone, whatever comes first, and no more once that is taken back', () => {
    const program = compilePlaybook({
      ...parsedEmpty,
      streaks: [{ id: 's', name: 'S', unit: 'day', events: [{ event: 'ship' }] }],
    });
    const ship = (day: string) =>
      stampFact(
        { id: day, type: 'track', event: 'ship', userId: 'ada', timestamp: `${day}T12:00:00Z` },
        { companyId: 'acme', role: null },
      );
    const back: Fact = { ...pauseOf('v', '', ''), event: '$void', properties: { eventId: 'p' } };
    const days = [ship('2026-08-01'), ship('2026-08-04')];
    const runOf = (...facts: Fact[]) => {
      const folding = createFold(program);
      for (const fact of facts) folding.push(fact);
      const [streak] = program.playbook.streaks ?? [];
      const [member] = folding.members();
      return streakOf(streak as Streak, member?.cells ?? {}, '2026-08-04').current;
    };
    const leave = pauseOf('p', '2026-08-02', '2026-08-03');
    expect([runOf(...days, leave), runOf(leave, leave, ...days)]).toEqual([2, 2]);
    expect(runOf(...days, pauseOf('p', '2026-08-02', '2026-08-03', 'browser'))).toBe(1);
    expect([runOf(...days, leave, back), runOf(back, leave, ...days)]).toEqual([1, 1]);
    expect(runOf(...days, leave, pauseOf('p2', '2026-08-02', '2026-08-03'), back)).toBe(2);
  });

  it('is as long as the longest stretch whose misses are forgiven', () => {
    fc.assert(
      fc.property(streaks, someDays, pauses, today, ({ streaks: list = [] }, days, away, at) => {
        const [streak] = list;
        if (streak === undefined || streak.unit === 'week' || streak.unit === 'month') return;
        const { current, longest } = counted(streak, days, at, away);
        expect({ current, longest }).toEqual(everyStretch(streak, days, at, away));
      }),
      RUNS,
    );
  });

  it('shows what it counts: the present run is made of active days, freezes and days off, and freezes are never overdrawn', () => {
    fc.assert(
      fc.property(streaks, someDays, pauses, today, ({ streaks: list = [] }, days, away, at) => {
        const [streak] = list;
        if (streak === undefined) return;
        const { periods, current, isActiveNow, freezes } = counted(streak, days, at, away);
        let run = 0;
        for (const { state } of [...periods].reverse()) {
          if (state === 'missed') break;
          if (state === 'active') run++;
        }
        if (streak.unit !== 'month' && streak.unit !== 'week') expect(run).toBe(current);
        expect(isActiveNow).toBe(periods.at(-1)?.state === 'active');
        expect(freezes).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});
