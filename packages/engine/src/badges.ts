import type { Badge, Cells, Tier } from '@waymark/contracts';
import type { Award } from './award.js';
import { amountIn, type DraftCells, keep, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { badgeCounter, type CompiledBadge } from './program.js';

/** How far a member is with a badge, in the units of its tiers. */
export function badgeProgress(cells: Cells, badge: Pick<Badge, 'id' | 'measure'>): number {
  return amountIn(cells[LIFETIME]?.[badgeCounter(badge).name]);
}

/** The tiers of a badge that a member holds: earned, or granted by hand, and not revoked. */
export function heldTiers(cells: Cells, badge: Badge): Tier[] {
  return badge.tiers.filter((step) => holdsTier(cells, badge, step)).map(({ tier }) => tier);
}

/** Whether a member holds a tier. Grants less revocations decide, and where they are even, what was earned. */
export function holdsTier(cells: Cells, badge: Badge, { tier, at }: Badge['tiers'][number]): boolean {
  const granted = amountIn(cells[LIFETIME]?.[grantBucket(badge.id, tier)]);
  return granted > 0 || (granted === 0 && badgeProgress(cells, badge) >= at);
}

/** The bucket of a tier's grants less its revocations. */
export function grantBucket(badgeId: string, tier: string): string {
  return `badge:${badgeId}/${tier}`;
}

/** Takes a fact into a badge's bucket or back out and adds an award for each tier it reaches. */
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
    if (before < at && at <= after && amountIn(draft[LIFETIME]?.[grantBucket(badge.id, tier)]) === 0) {
      awards.push({ kind: 'badge', badgeId: badge.id, tier, eventId: fact.id, version });
    }
  }
}
