import type { StreakPeriodView, StreakView } from '@waymark/contracts';

const DAY = 86_400_000;

/** A column of a calendar: the seven days from Monday on, null for those outside of it. */
export type Week = readonly (StreakPeriodView | null)[];

/** Days as columns of weeks, as a wall calendar turned on its side. */
export function weeksOf(periods: readonly StreakPeriodView[]): Week[] {
  const weeks = new Map<number, (StreakPeriodView | null)[]>();
  for (const period of periods) {
    const day = Date.parse(`${period.day}T00:00:00Z`) / DAY;
    // The first day of all, 1 January 1970, was a Thursday.
    const weekday = (day + 3) % 7;
    const week = weeks.get(day - weekday) ?? Array<null>(7).fill(null);
    week[weekday] = period;
    weeks.set(day - weekday, week);
  }
  return [...weeks.values()];
}

/** How a streak stands right now. */
export function pulseOf({
  isActiveNow,
  current,
  periods,
}: StreakView): 'now' | 'off' | 'leave' | 'keep' | 'start' {
  if (isActiveNow) return 'now';
  const present = periods.at(-1)?.state;
  if (present === 'off') return 'off';
  if (present === 'paused') return 'leave';
  return current > 0 ? 'keep' : 'start';
}

/** The first day of the run that still goes on, among the periods shown; null when none does. */
export function runSince(periods: readonly StreakPeriodView[]): string | null {
  let since: string | null = null;
  for (const { day, state } of [...periods].reverse()) {
    if (state === 'missed') break;
    if (state === 'active' || state === 'frozen') since = day;
  }
  return since;
}

/** How many of the shown periods stand in each state. */
export function countsOf(periods: readonly StreakPeriodView[]): Record<StreakPeriodView['state'], number> {
  const counts = { active: 0, missed: 0, frozen: 0, paused: 0, off: 0, open: 0 };
  for (const { state } of periods) counts[state]++;
  return counts;
}
