import type { Cells, LapsingView, Playbook } from '@waymark/contracts';
import { lastDayOfMonth, monthNumber } from './calendar.js';
import { type Holding, levelsByMonth, type Months, monthsOf } from './expiry.js';

/** Losses further ahead than this are nobody's worry yet. */
const MONTHS_AHEAD = 3;

/**
 * What a member loses in the next three months if they earn nothing more, and what it takes to keep the level; null when
 * that is nothing.
 *
 * @example lapsingOn(cells, '2026-12-05', playbook)?.points // { points: 120, on: "2026-12-31" }
 */
export function lapsingOn(cells: Cells, day: string, { levels, expiry }: Holding): LapsingView | null {
  if (expiry === undefined) return null;
  const today = monthNumber(day);
  const months = monthsOf(cells, day);
  const points = firstPoints(months, today - expiry.months, today);
  const level = firstLevel(months, today, levels, expiry);
  return points === null && level === null ? null : { points, level };
}

function firstPoints({ points }: Months, oldest: number, today: number): LapsingView['points'] {
  for (let month = oldest; month <= Math.min(today, oldest + MONTHS_AHEAD); month++) {
    const some = points.get(month) ?? 0;
    if (some > 0) return { points: some, on: lastDayOfMonth(today + month - oldest) };
  }
  return null;
}

function firstLevel(
  months: Months,
  today: number,
  levels: Playbook['levels'],
  expiry: NonNullable<Playbook['expiry']>,
): LapsingView['level'] {
  /** The levels of this month and the next ones, with so many points more in one of them. */
  const ahead = (more: number, month: number): number[] => {
    const points = new Map(months.points).set(month, (months.points.get(month) ?? 0) + more);
    const next = levelsByMonth({ ...months, points }, levels, expiry);
    for (let past = months.first; past < today; past++) next();
    return Array.from({ length: MONTHS_AHEAD + 2 }, next);
  };
  const worn = ahead(0, today);
  const level = worn[0] ?? 0;
  const lost = worn.findIndex((one) => one < level);
  if (lost < 0) return null;
  const last = today + lost - 1;
  /** Whether so many points keep the level, whether they come now or as late as can be. */
  const keeps = (more: number): boolean =>
    [today, last].every((month) => (ahead(more, month)[lost] ?? 0) >= level);
  let low = 0;
  let high = 1;
  while (!keeps(high)) {
    low = high;
    high *= 2;
    if (!Number.isSafeInteger(high)) return { level, on: lastDayOfMonth(last), more: null };
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return { level, on: lastDayOfMonth(last), more: high };
}
