import type { Cells } from '@waymark/contracts';
import { dayNumber } from './calendar.js';
import { type DraftCells, increase, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';

const PREFIX = 'pause@';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Keeps the days of a leave: a count for each, so that one said twice survives the loss of one. */
export function pause(draft: DraftCells, { properties: { from, to } }: Fact, by: Direction): void {
  if (typeof from !== 'string' || typeof to !== 'string') return;
  if (DAY.test(from) && DAY.test(to) && from <= to) increase(draft, LIFETIME, `${PREFIX}${from}/${to}`, by);
}

/** Whether a day, by its number, is in a pause of the member's. */
export function pausedDays(cells: Cells): (day: number) => boolean {
  const stretches = Object.keys(cells[LIFETIME] ?? {})
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => {
      const [from = '', to = ''] = key.slice(PREFIX.length).split('/');
      return { from: dayNumber(from), to: dayNumber(to) };
    });
  return (day) => stretches.some(({ from, to }) => from <= day && day <= to);
}
