import type { CurrencyAmount, Rule } from '@waymark/contracts';
import type { PointsAward } from './award.js';
import type { DraftCells } from './cells.js';
import { changeLot } from './lots.js';

/** Adds to an award of points what came of currencies with it, as the worth of the rule's bucket went from one to another. */
export type Earn = (
  award: PointsAward,
  draft: DraftCells,
  lot: string,
  before: number,
  after: number,
) => PointsAward;

/**
 * Compiles what a rule earns beside its points: a function of what its bucket is worth, as the points are, so that it
 * commutes as they do and the limit cuts both.
 */
export function compileEarnings(rule: Rule | undefined): Earn | null {
  if (rule?.earns === undefined) return null;
  const { earns, points, limit } = rule;
  const currencies = Object.entries(earns);
  const most = limit?.points ?? Number.MAX_SAFE_INTEGER;
  return (award, draft, lot, before, after) => {
    const amounts: CurrencyAmount[] = [];
    for (const [currency, each] of currencies) {
      const amount =
        earned(Math.min(after, most), points, each) - earned(Math.min(before, most), points, each);
      if (amount === 0) continue;
      changeLot(draft, currency, lot, amount);
      amounts.push({ currency, amount });
    }
    return amounts.length === 0 ? award : { ...award, amounts };
  };
}

/** So much for each whole `points`, and for the rest its share rounded down: multiplied first, large sums would be inexact. */
function earned(worth: number, points: number, each: number): number {
  const rest = worth % points;
  const amount = ((worth - rest) / points) * each + Math.floor((rest * each) / points);
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}
