import type { Period, Ranking } from '@waymark/contracts';
import { thursdayOf, weekOfThursday } from './calendar.js';

/** The windows in which rankings are held. */
export type Window = Ranking['window'];

/** The key of each window that a ranking shows on a local day; keys of different windows never look alike. */
export type WindowKeys = { readonly [window in Window]: string };

/**
 * The windows a local day lies in.
 *
 * @example windowKeys('2024-12-30').week // "2025-W01"
 */
export function windowKeys(day: string): WindowKeys {
  const [month, quarter, year] = calendarKeys(day);
  return { day, week: weekOfThursday(thursdayOf(day)), month, quarter, year, all: 'all' };
}

/** Where a bucket of one period lives and counts. */
export interface Slot {
  /** Ends the bucket's key: `2026-08-22`, `2026-W34`, `2026-08`; empty for a lifetime. */
  readonly key: string;
  /** The span whose cell holds the bucket. */
  readonly span: string;
  /** The ranking windows the bucket counts in: those that contain its whole period, a week by its Thursday. */
  readonly windows: readonly string[];
}

/** The slots of a local day, by period. */
export type Slots = { readonly [period in Period]: Slot };

/** The key of a bucket of a slot, by what it counts: `rule:ship@2026-W34`. */
export function keyIn({ key }: Omit<Slot, 'windows'>, name: string): string {
  return key === '' ? name : `${name}@${key}`;
}

/** Works out {@link Slots} of a local day. */
export function slotsOf(day: string): Slots {
  const thursday = thursdayOf(day);
  const week = weekOfThursday(thursday);
  const ofDay = calendarKeys(day);
  const ofWeek = calendarKeys(thursday);
  return {
    day: { key: day, span: ofDay[0], windows: [day, week, ...ofDay, 'all'] },
    week: { key: week, span: ofWeek[0], windows: [week, ...ofWeek, 'all'] },
    month: { key: ofDay[0], span: ofDay[0], windows: [...ofDay, 'all'] },
    lifetime: { key: '', span: 'all', windows: ['all'] },
  };
}

/** Month, quarter and year of a day. */
function calendarKeys(day: string): [month: string, quarter: string, year: string] {
  const year = day.slice(0, 4);
  return [day.slice(0, 7), `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`, year];
}
