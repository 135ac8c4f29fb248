import { parsePlaybook, type Streak, type StreakView } from '@waymark/contracts';
import { addDays, compilePlaybook, createFold, stampFact, streakOf } from '@waymark/engine';
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

type Runs = Pick<StreakView, 'current' | 'longest'>;
type Counting = (streak: Streak, days: readonly string[], today: string) => Runs;

function counted(streak: Streak, days: readonly string[], at: string): StreakView {
  const levels = [{ at: 0, title: 'New', benefits: [] }];
  const playbook = {
    specVersion: 1,
    id: 'p',
    version: 1,
    name: 'P',
    rules: [],
    levels,
    badges: [],
    benefits: [],
  } as const;
  const folding = createFold(
    compilePlaybook({
      ...playbook,
      rules: [],
      levels,
      badges: [],
      benefits: [],
      rankings: [],
      streaks: [streak],
    }),
  );
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
  const [member] = folding.members();
  return streakOf(streak, member?.cells ?? {}, at);
}

function neverShorter(counting: Counting) {
  return fc.property(streaks, someDays, fc.nat(60), today, ({ streaks: list = [] }, days, more, at) => {
    const [streak] = list;
    if (streak === undefined) return;
    const before = counting(streak, days, at);
    const after = counting(streak, [...days, addDays(FIRST, more)], at);
    expect(after.current).toBeGreaterThanOrEqual(before.current);
    expect(after.longest).toBeGreaterThanOrEqual(before.longest);
  });
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
): Runs {
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
      else if (!isOff(day) && !(isPresent && day === end)) {
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

  it('is as long as the longest stretch whose misses are forgiven', () => {
    fc.assert(
      fc.property(streaks, someDays, today, ({ streaks: list = [] }, days, at) => {
        const [streak] = list;
        if (streak === undefined || streak.unit === 'week' || streak.unit === 'month') return;
        const { current, longest } = counted(streak, days, at);
        expect({ current, longest }).toEqual(everyStretch(streak, days, at));
      }),
      RUNS,
    );
  });

  it('shows what it counts: the present run is made of active days, freezes and days off, and freezes are never overdrawn', () => {
    fc.assert(
      fc.property(streaks, someDays, today, ({ streaks: list = [] }, days, at) => {
        const [streak] = list;
        if (streak === undefined) return;
        const { periods, current, isActiveNow, freezes } = counted(streak, days, at);
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
