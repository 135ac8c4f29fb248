import { amountIn, type DraftCells, increase } from './cells.js';
import type { CompiledRule, CompiledShare } from './rules.js';
import { keyIn, type Slot, type Slots } from './windows.js';

/** What of a rule's points goes to the company: all of it, or as much as the person's share still takes. */
export function companyPointsOf(draft: DraftCells, rule: CompiledRule, slots: Slots, points: number): number {
  const { share } = rule;
  if (share === null) return points;
  const slot = shareSlot(rule, share, slots);
  const key = keyIn(slot, share.name);
  const before = amountIn(draft[slot.span]?.[key]);
  const after = increase(draft, slot.span, key, points);
  return Math.min(after, share.limit) - Math.min(before, share.limit);
}

/**
 * Where a share is counted. It follows the rule's own bucket, not the day: the days of one week can lie in two months,
 * and which of them filled the week's limit depends on the order of events. So a week is its Thursday's month's.
 */
function shareSlot({ period }: CompiledRule, { per }: CompiledShare, slots: Slots): Omit<Slot, 'windows'> {
  if (period === 'week' && per === 'month') return { key: slots.week.span, span: slots.week.span };
  return slots[per];
}
