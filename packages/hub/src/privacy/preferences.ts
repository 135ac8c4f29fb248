import type { Playbook, Preferences } from '@waymark/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { PreferencesRow } from '../storage/tables.js';

/** What holds for somebody who never chose. */
export const DEFAULT_PREFERENCES: Preferences = { ranking: 'name', alias: null, quiet: false };

type Privacy = Playbook['privacy'];

/** The preferences that hold for a member, chosen or not. */
export function preferencesIn(row: PreferencesRow | undefined, privacy: Privacy): Preferences {
  if (row === undefined) return { ...DEFAULT_PREFERENCES, ranking: unchosen(privacy) };
  const { ranking, alias, quiet } = row;
  return {
    ranking: ranking === 'name' && privacy === 'works-council' ? 'alias' : ranking,
    alias,
    quiet: quiet === 1,
  };
}

/**
 * How others see a member, in SQL over `p`, the outer-joined row of `preferences`. Whatever shows people to people is
 * read through this, and nothing else decides it.
 */
export function shownAs(privacy: Privacy): RawBuilder<Preferences['ranking']> {
  if (privacy === 'works-council') {
    return sql`case when p.ranking is null or p.ranking = 'hidden' then 'hidden' else 'alias' end`;
  }
  return sql`coalesce(p.ranking, 'name')`;
}

/** Under a works council's eye nobody is shown before they say so. */
function unchosen(privacy: Privacy): Preferences['ranking'] {
  return privacy === 'works-council' ? 'hidden' : 'name';
}
