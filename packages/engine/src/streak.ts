import type { Cells, Streak, StreakPeriodView, StreakView } from '@waymark/contracts';
import { pausedDays } from './pauses.js';
import { activeDays } from './streak-days.js';
import { type Periods, periodsOf } from './streak-periods.js';

const DAYS_SHOWN = 84;
const PERIODS_SHOWN = 12;

/**
 * How a member stands in a streak on a local day. Pure and independent of order: it depends on the set of active days
 * alone. The cells must be those of all the member's months.
 *
 * A run reaches back as far as its misses can be forgiven, so many in each month, the latest ones first; that is why one
 * more active day never makes it shorter. (Forgiving the earliest first would: a lone active day on the 1st would use up
 * the freeze that a run of the 10th needs.) What falls into a pause is no miss, and what is done in one counts: so a
 * pause never makes a run shorter either.
 *
 * @example streakOf(streak, cells, '2026-08-22').current // 12
 */
export function streakOf(streak: Streak, cells: Cells, today: string): StreakView {
  const isDayPaused = pausedDays(cells);
  const periods = periodsOf(streak);
  const isPaused = (p: number) => periods.isPaused(p, isDayPaused);
  const missing = { ...periods, isOff: (p: number) => periods.isOff(p) || isPaused(p) };
  const present = periods.of(today);
  const active = new Set(activeDays(streak, cells).map(periods.of));
  const worked = [...active].filter((p) => p <= present && !periods.isOff(p)).sort((a, b) => a - b);
  const each = streak.freezes?.count ?? 0;
  const isActiveNow = worked.at(-1) === present;
  const ends = isActiveNow ? worked : [...worked, present];
  const gaps = ends.map((end, i) => (i === 0 ? null : missesBetween(ends[i - 1] ?? end, end, each, missing)));
  const { start, frozen } = forgiven(gaps, each, periods);
  const month = periods.monthOf(present);
  const used = gaps.slice(start + 1).flatMap((gap) => gap ?? []);
  return {
    id: streak.id,
    name: streak.name,
    unit: streak.unit,
    current: worked.length - start,
    longest: longestRun(gaps, worked.length, each, periods),
    isActiveNow,
    freezes: each - used.filter((p) => periods.monthOf(p) === month).length,
    periods: shown(streak, worked, frozen, present, { ...periods, isPaused }),
  };
}

/** The missed periods before each end of a run: null where they are too many to be forgiven, and before the first. */
type Gaps = readonly (readonly number[] | null)[];

/** Goes back from the present and forgives what each month allows: where the present run starts, and all that was forgiven. */
function forgiven(gaps: Gaps, each: number, periods: Periods): { start: number; frozen: Set<number> } {
  const frozen = new Set<number>();
  const tally = tallyByMonth(each, periods);
  let start: number | undefined;
  for (let i = gaps.length - 1; i >= 0; i--) {
    const gap = gaps[i] ?? null;
    if (gap !== null && tally.add(gap)) for (const p of gap) frozen.add(p);
    else {
      if (gap !== null) tally.remove(gap);
      start ??= i;
    }
  }
  return { start: start ?? 0, frozen };
}

/** Slides a window over the active periods, and counts the most that one holds with no more misses than each month forgives. */
function longestRun(gaps: Gaps, worked: number, each: number, periods: Periods): number {
  let tally = tallyByMonth(each, periods);
  let start = 0;
  let longest = 0;
  for (let i = 0; i < worked; i++) {
    const gap = gaps[i] ?? null;
    if (gap === null) {
      tally = tallyByMonth(each, periods);
      start = i;
    } else if (!tally.add(gap)) {
      do tally.remove(gaps[++start] ?? []);
      while (!tally.holds(gap));
    }
    longest = Math.max(longest, i - start + 1);
  }
  return longest;
}

/** Counts misses by the month whose freezes forgive them. */
function tallyByMonth(each: number, { monthOf }: Periods) {
  const counts = new Map<string, number>();
  const change = (gap: readonly number[], by: number) => {
    for (const p of gap) counts.set(monthOf(p), (counts.get(monthOf(p)) ?? 0) + by);
  };
  const holds = (gap: readonly number[]) => gap.every((p) => (counts.get(monthOf(p)) ?? 0) <= each);
  return {
    holds,
    remove: (gap: readonly number[]) => change(gap, -1),
    /** Whether the months of these misses still forgive all of theirs. */
    add(gap: readonly number[]): boolean {
      change(gap, 1);
      return holds(gap);
    },
  };
}

/** The missed periods between two others; null when one month alone has more of them than are forgiven. */
function missesBetween(from: number, to: number, each: number, periods: Periods): readonly number[] | null {
  const misses: number[] = [];
  let month = '';
  let left = each;
  for (let p = to - 1; p > from; p--) {
    if (periods.isOff(p)) continue;
    const its = periods.monthOf(p);
    if (its !== month) left = each;
    month = its;
    if (left-- === 0) return null;
    misses.push(p);
  }
  return misses;
}

function shown(
  { unit }: Streak,
  worked: readonly number[],
  frozen: ReadonlySet<number>,
  present: number,
  periods: Omit<Periods, 'isPaused'> & { isPaused(period: number): boolean },
): StreakPeriodView[] {
  const active = new Set(worked);
  const count = unit === 'day' || unit === 'workday' ? DAYS_SHOWN : PERIODS_SHOWN;
  const stateOf = (p: number): StreakPeriodView['state'] => {
    if (periods.isOff(p)) return 'off';
    if (active.has(p)) return 'active';
    if (periods.isPaused(p)) return 'paused';
    if (p === present) return 'open';
    return frozen.has(p) ? 'frozen' : 'missed';
  };
  return Array.from({ length: count }, (_, i) => {
    const p = present - count + 1 + i;
    return { day: periods.firstDay(p), state: stateOf(p) };
  });
}
