import type { Badge, Cells } from '@waymark/contracts';
import { amountIn, LIFETIME } from './cells.js';
import { badgeCounter } from './program.js';

/** How far a member is with a badge, in the units of its tiers. */
export function badgeProgress(cells: Cells, badge: Pick<Badge, 'id' | 'measure'>): number {
  return amountIn(cells[LIFETIME]?.[badgeCounter(badge).name]);
}
