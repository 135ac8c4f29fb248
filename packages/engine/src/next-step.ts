import type { Cells } from '@waymark/contracts';
import { amountIn } from './cells.js';
import { bucketKey, worthOf } from './points.js';
import type { Program } from './program.js';

/** A rule worth following now, and what one more event of it brings. */
export interface NextStep {
  readonly ruleId: string;
  readonly points: number;
}

/**
 * The rule of which one more event brings most on a local day, the earlier one in the playbook where two bring the
 * same; null when every limit is reached. A sum is reckoned with 1, since the amount to come isn't known.
 */
export function nextStep(program: Program, cells: Cells, day: string): NextStep | null {
  const today = program.days(day);
  let best: NextStep | null = null;
  for (const rule of program.rules) {
    const amount = amountIn(cells[today.slots[rule.per].span]?.[bucketKey(rule, today)]);
    const points =
      Math.min(worthOf(rule, amount + 1), rule.limit) - Math.min(worthOf(rule, amount), rule.limit);
    if (points > (best?.points ?? 0)) best = { ruleId: rule.id, points };
  }
  return best;
}
