import type { Playbook, Preferences } from '@waymark/contracts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Member } from '../read/context.js';
import type { PreferencesRow, Tables } from '../storage/tables.js';

/** What holds for somebody who never chose. */
export const DEFAULT_PREFERENCES: Preferences = { ranking: 'name', alias: null, quiet: false };

type Privacy = Playbook['privacy'];

/** What a member has chosen; nothing where they never did. */
export function preferencesRow(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
): Promise<PreferencesRow | undefined> {
  return view
    .selectFrom('preferences')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

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
