import { type DraftCells, increasePart } from './cells.js';

/**
 * The bucket of a currency in the lifetime cell: what was earned less what was spent, by lot. A lot is the span of the
 * bucket that earned it: a month, or `all` for what has none and never lapses.
 */
export function walletBucket(currencyId: string): string {
  return `wallet:${currencyId}`;
}

/** Adds to a lot, or takes from it. Sums alone, so the order does not matter. */
export function changeLot(draft: DraftCells, currencyId: string, lot: string, by: number): void {
  increasePart(draft, walletBucket(currencyId), lot, by);
}
