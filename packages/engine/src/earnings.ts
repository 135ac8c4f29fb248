import type { CurrencyAmount, Rule } from '@waymark/contracts';
import type { Award, PointsAward } from './award.js';
import type { DraftCells } from './cells.js';
import { changeLot } from './lots.js';

/** Adds to the latest award what came of currencies with it, as the worth of the rule's bucket went from one to another. */
export type Earn = (awards: Award[], draft: DraftCells, lot: string, before: number, after: number) => void;

/**
 * Compiles what a rule earns beside its points: a function of what its bucket is worth, as the points are, so that it
 * commutes as they do and the limit cuts both.
 */
export function compileEarnings({ points, limit }: Rule, earns: NonNullable<Rule['earns']>): Earn {
  const currencies = Object.entries(earns);
  const most = limit?.points ?? Number.MAX_SAFE_INTEGER;
  return (awards, draft, lot, before, after) => {
    const amounts: CurrencyAmount[] = [];
    for (const [currency, each] of currencies) {
      const amount =
        earned(Math.min(after, most), points, each) - earned(Math.min(before, most), points, each);
      if (amount === 0) continue;
      changeLot(draft, currency, lot, amount);
      amounts.push({ currency, amount });
    }
    if (amounts.length > 0) awards.push({ ...(awards.pop() as PointsAward), amounts });
  };
}

/** So much for each whole `points`, and for the rest its share rounded down: multiplied first, large sums would be inexact. */
function earned(worth: number, points: number, each: number): number {
  const rest = worth % points;
  const amount = ((worth - rest) / points) * each + Math.floor((rest * each) / points);
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}
