import { add, type DraftCells, emptyRecord, keep, LIFETIME } from './cells.js';

/**
 * The bucket of a currency in the lifetime cell: what was earned less what was spent, by lot. A lot is the span of the
 * bucket that earned it: a month, or {@link LIFETIME} for what has none and never lapses.
 */
export function walletBucket(currencyId: string): string {
  return `wallet:${currencyId}`;
}

/** Adds to a lot, or takes from it. Sums alone, so the order does not matter. */
export function changeLot(draft: DraftCells, currencyId: string, lot: string, by: number): void {
  const key = walletBucket(currencyId);
  const held = draft[LIFETIME]?.[key];
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const amount = add(bucket[lot] ?? 0, by);
  if (amount === 0) delete bucket[lot];
  else bucket[lot] = amount;
  keep(draft, LIFETIME, key, Object.keys(bucket).length === 0 ? undefined : bucket);
}
