import type { Condition, Hours, Validity } from '@waymark/contracts';
import { weekdayOf } from './calendar.js';
import { all, compileCondition } from './conditions.js';
import type { Fact } from './fact.js';

/** Whether a fact counts for something. */
export type Filter = (fact: Fact) => boolean;

/** What can keep a fact from counting. */
export interface Filtered {
  readonly when?: Condition | undefined;
  readonly valid?: Validity | undefined;
  readonly hours?: Hours | undefined;
  readonly trust?: 'server' | undefined;
}

/** Compiles everything that says which facts count. */
export function compileFilter({ when, valid, hours, trust }: Filtered): Filter {
  const filters: Filter[] = [compileCondition(when)];
  if (trust) filters.push(({ source }) => source === 'server');
  if (valid !== undefined) filters.push(({ day }) => isValidOn(valid, day));
  if (hours !== undefined) filters.push(compileHours(hours));
  return all(filters);
}

/** Whether a local day is one on which something counts. */
export function isValidOn({ from, until }: Validity, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Reads the person's own clock: day and hour as the event's timestamp has them. */
export function compileHours({
  days,
  from = 0,
  until = 24,
}: Hours): (fact: Pick<Fact, 'day' | 'timestamp'>) => boolean {
  return ({ day, timestamp }) => {
    if (days && !days.includes(weekdayOf(day))) return false;
    const hour = Number(timestamp.slice(11, 13));
    return from < until ? from <= hour && hour < until : from <= hour || hour < until;
  };
}
