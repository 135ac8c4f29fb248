import type { Quest } from '@waymark/contracts';
import { addDays } from './calendar.js';
import type { StepDays } from './quest-steps.js';

/** What somebody has done of each step of a quest, in the order of days. */
export type Contribution = readonly StepDays[];

/**
 * The local day on which the last step was done, at the earliest; null while some step is not. With `days`, it is
 * enough that some stretch of so many days holds all steps, so that what arrives late never undoes what was done.
 */
export function questDoneOn(quest: Quest, steps: Contribution, near?: string): string | null {
  for (const window of windowsOf(quest, steps, near)) {
    const latest = walk(quest, steps, window).at(-1)?.latest ?? NEVER;
    if (latest !== NEVER) return latest;
  }
  return null;
}

/** Local days from one to another, both included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Later than any day. */
const NEVER = '~';

/** All days. */
export const ALWAYS: Stretch = { from: '', to: '|' };

/** The stretches of days that may hold a quest, the earliest first; with `near`, those that this day is in. */
function windowsOf(quest: Quest, steps: Contribution, near?: string): Stretch[] {
  const { days } = quest;
  if (days === undefined) return [ALWAYS];
  const begins = (quest.ordered ? steps.slice(0, 1) : steps).flat().map(({ day }) => day);
  return [...new Set(begins)]
    .sort()
    .map((from) => ({ from, to: addDays(from, days - 1) }))
    .filter(({ from, to }) => near === undefined || (from <= near && near <= to));
}

/** The stretch under way on a day: the earliest one that isn't over. Null when there is none yet. */
export function windowAt(quest: Quest, steps: Contribution, today: string): Stretch | null {
  if (quest.days === undefined) return null;
  return windowsOf(quest, steps, today)[0] ?? null;
}

/** How far a step got. */
export interface Walked {
  readonly amount: number;
  /** The day on which this and all steps before were done; {@link NEVER} while one is not. */
  readonly latest: string;
}

/** Goes through the steps within a stretch of days. In order, a step counts from the day on which the one before was done. */
export function walk(quest: Quest, steps: Contribution, { from, to }: Stretch): Walked[] {
  let earliest = from;
  let latest = '';
  return quest.steps.map(({ at }, i) => {
    const { amount, day } = reach(steps[i] ?? [], at, earliest, to);
    if (quest.ordered) earliest = day;
    if (day > latest) latest = day;
    return { amount, latest };
  });
}

/** Adds up the days of a step until it is done. */
function reach(days: StepDays, at: number, from: string, to: string): { amount: number; day: string } {
  const values = new Set<string>();
  let amount = 0;
  for (const { day, amount: more, value } of days) {
    if (day < from || day > to) continue;
    if (value === null) amount += more;
    else amount = values.add(value).size;
    if (amount >= at) return { amount: at, day };
  }
  return { amount, day: NEVER };
}
