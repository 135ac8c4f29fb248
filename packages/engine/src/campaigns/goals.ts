import type { Campaign } from '@waymark/contracts';
import { compileCondition } from '../conditions.js';
import type { Fact } from '../fact.js';
import { type Unit, unitOf } from './assignment.js';
import type { Impression } from './impression.js';

/** How many of a group came to the campaign's goal. */
export interface GroupCount {
  /** `holdout`, or the arm; null where there is but one. */
  readonly group: 'holdout' | { readonly arm: string | null };
  /** People or companies, whatever is assigned as one. */
  readonly entered: number;
  readonly reached: number;
}

const DAY = 86_400_000;

/**
 * Counts who came to a campaign's goal, from the log alone: everybody from the first time that it was their turn, shown or
 * not, so that the groups differ in nothing but the campaign. Only those count whose time is over by `now`; whom the log
 * has in two groups, as after another deal, stays in the first.
 *
 * @param now ISO 8601 with an offset
 */
export function goalCounts(
  campaign: Pick<Campaign, 'id' | 'experiment' | 'goal'>,
  impressions: Iterable<Impression>,
  facts: Iterable<Fact>,
  now: string,
): GroupCount[] {
  const { id, goal, experiment } = campaign;
  if (goal === undefined) return [];
  const nameOf = (unit: Unit) => {
    const by = unitOf(experiment?.by ?? 'user', unit);
    return by === 'company'
      ? JSON.stringify([unit.companyId])
      : JSON.stringify([unit.companyId, unit.userId]);
  };
  const entries = new Map<
    string,
    { readonly ms: number; readonly id: string; readonly group: string | null }
  >();
  for (const one of impressions) {
    if (one.campaignId !== id || (one.kind !== 'entered' && one.kind !== 'held_out')) continue;
    const name = nameOf(one);
    const entry = {
      ms: Date.parse(one.at),
      id: one.id,
      group: one.kind === 'held_out' ? null : (one.arm ?? ''),
    };
    const known = entries.get(name);
    if (known === undefined || entry.ms < known.ms || (entry.ms === known.ms && entry.id < known.id)) {
      entries.set(name, entry);
    }
  }
  const matches = compileCondition(goal.where);
  const reached = new Set<string>();
  for (const fact of facts) {
    if (fact.event !== goal.event) continue;
    const name = nameOf(fact);
    const entry = entries.get(name);
    const after = entry === undefined ? -1 : Date.parse(fact.timestamp) - entry.ms;
    if (after >= 0 && after <= goal.days * DAY && matches(fact)) reached.add(name);
  }
  const counts = new Map<string | null, { entered: number; reached: number }>();
  for (const [name, { ms, group }] of entries) {
    if (ms + goal.days * DAY > Date.parse(now)) continue;
    const count = counts.get(group) ?? { entered: 0, reached: 0 };
    counts.set(group, count);
    count.entered++;
    if (reached.has(name)) count.reached++;
  }
  return [...counts]
    .sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1))
    .map(([group, count]) => ({
      group: group === null ? 'holdout' : { arm: group === '' ? null : group },
      ...count,
    }));
}
