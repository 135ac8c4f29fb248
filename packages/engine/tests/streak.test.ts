import type { Playbook, Streak, StreakView } from '@waymark/contracts';
import { addDays, type Fact, stampFact, streakOf } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, playbookOf } from './folding.js';
import { CAUGHT, FEWER, RUNS } from './generated.js';

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
  .map((streak) => (playbookOf({ streaks: [streak] }).streaks ?? [])[0] as Streak);

const someDays = fc.array(
  fc.nat(60).map((n) => addDays(FIRST, n)),
  { maxLength: 50 },
);
const today = fc.nat(64).map((n) => addDays(FIRST, n));

/** Of a streak alone; compiled once, as whoever runs it does. */
const playbooks = new WeakMap<Streak, Playbook>();

function playbookWith(streak: Streak): Playbook {
  const known = playbooks.get(streak);
  if (known !== undefined) return known;
  const fresh = { ...EMPTY, streaks: [streak] };
  playbooks.set(streak, fresh);
  return fresh;
}

const EMPTY = playbookOf();

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
  const active = days.map((day, i) => shipOn(day, `e${i}`));
  const leaves = away.map(([from, to], i) => pauseOf(`p${i}`, from, to));
  return streakOf(streak, cellsOf(playbookWith(streak), [...active, ...leaves]), at);
}

function shipOn(day: string, id = day): Fact {
  const timestamp = `${day}T12:00:00Z`;
  const event = { id, type: 'track', event: 'ship', userId: 'ada', timestamp } as const;
  return stampFact(event, { companyId: 'acme', role: null });
}

function pauseOf(id: string, from: string, to: string, source: 'browser' | 'server' = 'server'): Fact {
  const timestamp = '2026-08-01T09:00:00Z';
  const event = { id, type: 'track', event: '$pause', userId: 'ada', timestamp, properties: { from, to } };
  return stampFact(event as never, { companyId: 'acme', role: null, source });
}

function neverShorter(counting: Counting) {
  return fc.property(streaks, someDays, pauses, fc.nat(60), today, (streak, days, away, more, at) => {
    const before = counting(streak, days, at, away);
    const after = counting(streak, [...days, addDays(FIRST, more)], at, away);
    expect(after.current).toBeGreaterThanOrEqual(before.current);
    expect(after.longest).toBeGreaterThanOrEqual(before.longest);
  });
}

function neverShorterByLeave(counting: Counting) {
  return fc.property(streaks, someDays, pauses, today, (streak, days, away, at) => {
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
    fc.assert(neverShorterByLeave(counted), FEWER);
    fc.assert(
      fc.property(streaks, pauses, today, (streak, away, at) => {
        expect(counted(streak, [], at, away)).toMatchObject({ current: 0, longest: 0 });
      }),
      FEWER,
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
    const streak: Streak = { id: 's', name: 'S', unit: 'day', events: [{ event: 'ship' }] };
    const back: Fact = { ...pauseOf('v', '', ''), event: '$void', properties: { eventId: 'p' } };
    const days = [shipOn('2026-08-01'), shipOn('2026-08-04')];
    const runOf = (...facts: Fact[]) =>
      streakOf(streak, cellsOf(playbookWith(streak), facts), '2026-08-04').current;
    const leave = pauseOf('p', '2026-08-02', '2026-08-03');
    expect([runOf(...days, leave), runOf(leave, leave, ...days)]).toEqual([2, 2]);
    expect(runOf(...days, pauseOf('p', '2026-08-02', '2026-08-03', 'browser'))).toBe(1);
    expect([runOf(...days, leave, back), runOf(back, leave, ...days)]).toEqual([1, 1]);
    expect(runOf(...days, leave, pauseOf('p2', '2026-08-02', '2026-08-03'), back)).toBe(2);
  });

  it('is as long as the longest stretch whose misses are forgiven', () => {
    fc.assert(
      fc.property(streaks, someDays, pauses, today, (streak, days, away, at) => {
        if (streak.unit === 'week' || streak.unit === 'month') return;
        const { current, longest } = counted(streak, days, at, away);
        expect({ current, longest }).toEqual(everyStretch(streak, days, at, away));
      }),
      FEWER,
    );
  });

  it('shows what it counts: the present run is made of active days, freezes and days off, and freezes are never overdrawn', () => {
    fc.assert(
      fc.property(streaks, someDays, pauses, today, (streak, days, away, at) => {
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
      FEWER,
    );
  });
});
