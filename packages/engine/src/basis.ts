import type { Cell, Cells, Playbook } from '@waymark/contracts';
import { addDays } from './calendar.js';
import { GROWTH, LIFETIME, spansOf } from './cells.js';
import { growthOn, MONTHS } from './expiry.js';
import { windowKeys } from './windows.js';

/**
 * The part of a member's cells that foretells the events of a local day. It covers the day before and after too: what
 * is under way around midnight, or from another time zone, belongs to either. Of growth it holds what has not lapsed.
 */
export function predictionBasis(cells: Cells, day: string, playbook: Pick<Playbook, 'expiry'> = {}): Cells {
  const days = [addDays(day, -1), day, addDays(day, 1)];
  const periods = new Set(days.flatMap((near) => Object.values(windowKeys(near))));
  const basis: { [span: string]: Cell } = {};
  for (const span of new Set(days.flatMap(spansOf))) {
    const cell = cells[span];
    if (cell !== undefined) basis[span] = span === LIFETIME ? cell : bucketsOf(cell, periods);
  }
  const lifetime = basis[LIFETIME];
  if (playbook.expiry === undefined || lifetime === undefined) return basis;
  const { [MONTHS]: _, ...rest } = lifetime;
  return { ...basis, [LIFETIME]: { ...rest, [GROWTH]: growthOn(cells, day, playbook) } };
}

function bucketsOf(cell: Cell, periods: ReadonlySet<string>): Cell {
  return Object.fromEntries(
    Object.entries(cell).filter(([key]) => periods.has(key.slice(key.lastIndexOf('@') + 1))),
  );
}
