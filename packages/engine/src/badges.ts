import type { Badge, Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { amountIn, type DraftCells, keep, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { badgeCounter, type CompiledBadge } from './program.js';

/** How far a member is with a badge, in the units of its tiers. */
export function badgeProgress(cells: Cells, badge: Pick<Badge, 'id' | 'measure'>): number {
  return amountIn(cells[LIFETIME]?.[badgeCounter(badge).name]);
}

/** Takes a fact into a badge's bucket and adds an award for each tier it reaches. */
export function progress(
  draft: DraftCells,
  fact: Fact,
  compiled: CompiledBadge,
  by: Direction,
  awards: Award[],
): void {
  const { badge, counter, version } = compiled;
  const held = draft[LIFETIME]?.[counter.name];
  const before = amountIn(held);
  const bucket = counter.record(held, fact, by);
  if (bucket === undefined && held === undefined) return;
  if (bucket !== held) keep(draft, LIFETIME, counter.name, bucket);
  const after = amountIn(bucket);
  for (const { tier, at } of badge.tiers) {
    if (before < at && at <= after) {
      awards.push({ kind: 'badge', badgeId: badge.id, tier, eventId: fact.id, version });
    }
  }
}
