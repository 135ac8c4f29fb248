import type { Badge, Cells, Tier } from '@waymark/contracts';
import { amountIn, keep, LIFETIME } from './cells.js';
import { type Counter, compileCounter } from './counter.js';
import { compileFilter } from './filter.js';
import type { Listener } from './listener.js';

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

/** The levels that somebody has now, by their indexes: the one worn, and that of their company's own growth. */
export interface LevelsNow {
  readonly level: number;
  readonly companyLevel: number;
}

/**
 * Whether a tier that was earned is withheld, since a level has fallen below the one that the badge is held with. Pure:
 * cells and levels follow from facts and the day, so that no order of events matters and no event is needed; who is back
 * at the level has it back.
 *
 * @example isWithheld(cells, badge, 'gold', { level: levelOn(cells, day, playbook), companyLevel: 0 })
 */
export function isWithheld(cells: Cells, badge: Badge, tier: Tier, now: LevelsNow): boolean {
  if (amountIn(cells[LIFETIME]?.[grantBucket(badge.id, tier)]) > 0) return false;
  const { level = 0, companyLevel = 0 } = badge.while ?? {};
  return now.level < level || now.companyLevel < companyLevel;
}

/** The bucket of a tier's grants less its revocations. */
export function grantBucket(badgeId: string, tier: string): string {
  return `badge:${badgeId}/${tier}`;
}

/** Takes facts into a badge's bucket or back out, and adds an award for each tier that is reached. */
export function badgeListener(badge: Badge, version: number): Listener {
  const counter = badgeCounter(badge);
  const held = badge.tiers.map(({ tier }) => grantBucket(badge.id, tier));
  return {
    event: badge.event,
    matches: compileFilter(badge),
    take(draft, fact, _day, by, awards) {
      const bucket = draft[LIFETIME]?.[counter.name];
      const before = amountIn(bucket);
      const changed = counter.record(bucket, fact, by);
      if (changed !== bucket) keep(draft, LIFETIME, counter.name, changed);
      const after = amountIn(changed);
      badge.tiers.forEach(({ tier, at }, i) => {
        if (before >= at || after < at || amountIn(draft[LIFETIME]?.[held[i] ?? '']) !== 0) return;
        awards.push({ kind: 'badge', badgeId: badge.id, tier, eventId: fact.id, version });
      });
      return 0;
    },
  };
}

/** Begins the key of a badge's bucket. */
function badgeCounter({ id, measure }: Pick<Badge, 'id' | 'measure'>): Counter {
  return compileCounter(`badge:${id}`, measure);
}
