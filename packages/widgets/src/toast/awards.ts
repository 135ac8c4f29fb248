import type { Localized, Medal, Snapshot, Tier } from '@waymark/contracts';
import { wasEarned } from '../surface/earned.js';

/** Something won: a tier of a badge, a level, or a quest done. */
export type Award =
  | {
      readonly kind: 'badge';
      readonly id: string;
      readonly name: Localized;
      readonly medal: Medal;
      readonly tier: Tier;
    }
  | { readonly kind: 'level'; readonly id: string; readonly level: number; readonly name: Localized }
  | { readonly kind: 'quest'; readonly id: string; readonly name: Localized };

/** What was won between two views of one person, the greatest first; another person has won nothing. */
export function awardsBetween(before: Snapshot, after: Snapshot): Award[] {
  if (before.user.id !== after.user.id || before.company.id !== after.company.id) return [];
  const awards: Award[] = [];
  const level = after.levels[after.level];
  if (after.level > before.level && level !== undefined) {
    awards.push({ kind: 'level', id: `level ${after.level}`, level: after.level, name: level.title });
  }
  const quests = new Map(before.quests.map((quest) => [quest.id, quest]));
  for (const { id, name, state } of after.quests) {
    if (state === 'done' && quests.get(id)?.state === 'open') awards.push({ kind: 'quest', id, name });
  }
  const badges = new Map(before.badges.map((badge) => [badge.id, badge]));
  for (const badge of after.badges) {
    const had = badges.get(badge.id);
    const won = badge.tiers.filter(({ earnedAt }) => earnedAt !== null);
    // What was only withheld is not won again.
    const count = had?.tiers.filter(wasEarned).length ?? 0;
    const tier = won.at(-1)?.tier;
    // A badge that is new to the playbook is given in silence.
    if (had === undefined || won.length <= count || tier === undefined) continue;
    if (badge.medal === null || badge.name === null) continue;
    awards.push({ kind: 'badge', id: `${badge.id} ${tier}`, name: badge.name, medal: badge.medal, tier });
  }
  return awards;
}
