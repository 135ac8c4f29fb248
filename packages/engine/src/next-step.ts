import type { Cells } from '@waymark/contracts';
import { isValidOn } from './filter.js';
import { pointsToCome } from './points.js';
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
  for (const rule of program.rules.slice(0, program.playbook.rules.length)) {
    if (rule.valid !== undefined && !isValidOn(rule.valid, day)) continue;
    const points = pointsToCome(rule, cells, today);
    if (points > (best?.points ?? 0)) best = { ruleId: rule.id, points };
  }
  return best;
}
