import type { Cells, Playbook } from '@waymark/contracts';
import type { Award } from './award.js';
import { monthNumber } from './calendar.js';
import { type DraftCells, growthOf, increasePart, LIFETIME } from './cells.js';
import { levelAt } from './levels.js';

/** Of a playbook, what says which level is worn. */
export type Holding = Pick<Playbook, 'levels' | 'expiry'>;
type Expiry = NonNullable<Playbook['expiry']>;

/** A member's growth by month. */
export interface Months {
  /** Points by number of month; those ahead of today count as today's. */
  readonly points: ReadonlyMap<number, number>;
  /** What never lapses. */
  readonly always: number;
  /** The first month with points, at latest today's. */
  readonly first: number;
}

/** The bucket of what can lapse, by month. It is in the lifetime cell, so that whoever lists people reads that one alone. */
export const MONTHS = 'months';

/** Keeps the points of awards under the months of the buckets that they are of, a week's by its Thursday. */
export function keepMonths(draft: DraftCells, awards: readonly Award[]): void {
  for (const award of awards) {
    if (award.kind !== 'points' || award.points === 0) continue;
    // Windows end with month, quarter, year and all; what is of a lifetime has no month.
    const month = award.windows[award.windows.length - 4];
    if (month === undefined) continue;
    increasePart(draft, MONTHS, month, award.points);
  }
}

/** Reads a member's months as they stand on a local day. */
export function monthsOf(cells: Cells, day: string): Months {
  const today = monthNumber(day);
  const points = new Map<number, number>();
  const bucket = cells[LIFETIME]?.[MONTHS];
  let always = growthOf(cells);
  let first = today;
  if (typeof bucket !== 'object') return { points, always, first };
  for (const key in bucket) {
    const month = Math.min(today, monthNumber(key));
    const amount = bucket[key] ?? 0;
    points.set(month, (points.get(month) ?? 0) + amount);
    always -= amount;
    first = Math.min(first, month);
  }
  return { points, always, first };
}

/** What of a member's growth still counts on a local day: all of it, unless the playbook lets it lapse. */
export function growthOn(cells: Cells, day: string, { expiry }: Pick<Playbook, 'expiry'>): number {
  if (expiry === undefined) return growthOf(cells);
  const { points, always } = monthsOf(cells, day);
  let growth = always;
  for (const [month, some] of points) if (month >= monthNumber(day) - expiry.months) growth += some;
  return growth;
}

/**
 * Index of the level that a member wears on a local day. Pure: it depends on cells and day alone, so that it takes no
 * event to lose a level, and the order of events does not matter.
 *
 * @example levelOn(cells, '2026-12-31', playbook)
 */
export function levelOn(cells: Cells, day: string, playbook: Holding): number {
  const { levels, expiry } = playbook;
  if (expiry === undefined) return levelAt(levels, growthOf(cells));
  const today = monthNumber(day);
  const months = monthsOf(cells, day);
  const next = levelsByMonth(months, levels, expiry);
  let level = 0;
  for (let month = months.first; month <= today; month++) level = next();
  return level;
}

/**
 * Gives the level worn in one month after the other, from the first on. A level is carried by the growth of a month, or
 * by the keep rule from the month before; it outlives the last month that carried it by the grace. Since each level has
 * its own such month, more points never lead to a lower one.
 */
export function levelsByMonth(
  { points, always, first }: Months,
  levels: Playbook['levels'],
  { months, grace, demotion, keep }: Expiry,
): () => number {
  const longer = demotion === 'never' ? Infinity : (grace?.months ?? 0);
  const full = keep?.months ?? months;
  const until: number[] = [];
  const at = (of: number) => points.get(of) ?? 0;
  let month = first;
  let growth = always;
  let recent = 0;
  let worn = 0;

  function carry(level: number): void {
    until.fill(month + longer, 0, level + 1);
    while (until.length <= level) until.push(month + longer);
  }

  return () => {
    growth += at(month) - at(month - months - 1);
    carry(Math.max(levelAt(levels, growth), keep !== undefined && recent >= keep.points ? worn : 0));
    recent += at(month) - at(month - full);
    let level = until.length - 1;
    while ((until[level] ?? month) < month) level--;
    if (demotion === 'one-level' && level < worn) {
      level = worn - 1;
      carry(level);
    }
    month++;
    worn = level;
    return level;
  };
}
