import type { Cells, Currency } from '@waymark/contracts';
import { lastDayOfMonth, monthNumber } from './calendar.js';
import { LIFETIME } from './cells.js';
import { walletBucket } from './lots.js';

/** What a member has of one currency on one day. */
export interface Wallet {
  /** The sum of its lots, never below 0. */
  readonly balance: number;
  /** What was spent of earnings that were taken back afterwards; what is earned next makes up for it. */
  readonly owed: number;
  /** Lots with something left, the first to lapse first. */
  readonly lots: readonly Lot[];
}

/** What was earned in one month and is left. */
export interface Lot {
  /** `2026-08`, or `all` for what never lapses because it was earned in no month. */
  readonly lot: string;
  readonly amount: number;
  /** The last local day on which it can be spent; null where it never lapses. */
  readonly until: string | null;
}

/**
 * What of a currency can be spent on a local day. Pure, and independent of order: each lot holds what was earned less
 * what was spent of it, and a redemption says of which lots it took.
 *
 * A lot that was spent and then taken back is overdrawn. Later lots make up for it, as if it had been spent of those;
 * what they cannot is set against lots that are there, and what remains is owed. So a balance is never negative, and
 * earned − spent = balance + lapsed − owed.
 *
 * @example walletOf(credits, cells, '2026-08-22').balance // 120
 */
export function walletOf({ id, expires }: Currency, cells: Cells, day: string): Wallet {
  const bucket = cells[LIFETIME]?.[walletBucket(id)];
  if (typeof bucket !== 'object') return { balance: 0, owed: 0, lots: [] };
  let owed = 0;
  // Months ascend, and `all` comes after them.
  const filled = Object.keys(bucket)
    .sort()
    .map((lot) => {
      const amount = bucket[lot] ?? 0;
      const paid = Math.min(owed, Math.max(amount, 0));
      owed += Math.max(-amount, 0) - paid;
      return { lot, amount: Math.max(amount, 0) - paid, until: lastDay(lot, expires) };
    });
  const lots: Lot[] = [];
  for (const { lot, amount, until } of filled) {
    if (until !== null && until < day) continue;
    const held = Math.min(owed, amount);
    owed -= held;
    if (amount > held) lots.push({ lot, amount: amount - held, until });
  }
  return { balance: lots.reduce((sum, { amount }) => sum + amount, 0), owed, lots };
}

/** How much of which lots pays an amount, the first to lapse first; null when there is not enough. */
export function payFrom({ balance, lots }: Wallet, amount: number): { [lot: string]: number } | null {
  if (balance < amount) return null;
  const paid: { [lot: string]: number } = {};
  let due = amount;
  for (const { lot, amount: there } of lots) {
    if (due === 0) break;
    const part = Math.min(due, there);
    paid[lot] = part;
    due -= part;
  }
  return paid;
}

/** The last day of the month so many months after a lot's own. */
function lastDay(lot: string, expires: Currency['expires']): string | null {
  if (expires === undefined || lot === LIFETIME) return null;
  return lastDayOfMonth(monthNumber(lot) + expires.months);
}
