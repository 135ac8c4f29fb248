import type { Leagues, Playbook } from '@waymark/contracts';
import { type Placement, type Player, placeInLeagues } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import { memberKey, memberOf } from '../record/request.js';
import type { ReadSession } from '../storage/session.js';
import type { PlacementRow, Tables } from '../storage/tables.js';
import { createStandingReads } from './standing-reads.js';

interface Place {
  readonly tenant: string;
  readonly reader: Pick<ReadSession, 'kysely'>;
  readonly playbook: Pick<Playbook, 'privacy'>;
}

/** Everybody of a company, or of all with null, who can be seen and has points in a window; by their member keys. */
export async function standingsIn(
  { tenant, reader: { kysely }, playbook }: Place,
  companyId: string | null,
  period: string,
): Promise<Omit<Player, 'league'>[]> {
  const scope = companyId === null ? 'vendor' : 'company';
  const reads = createStandingReads(
    { tenant, reader: { kysely }, playbook, pseudonymOf: (_scope, ...member) => memberKey(...member) },
    { scope, companyId: companyId ?? '', shared: null, period },
  );
  const found = [];
  for await (const page of reads.all()) {
    for (const { key, userId, points } of page)
      found.push({ key: companyId === null ? key : memberKey(companyId, userId), points });
  }
  return found;
}

/** The last window settled. Weeks and months have settlements of their own: a playbook may go over from one to the other. */
export async function lastSettled(
  kysely: Kysely<Tables>,
  tenant: string,
  window: Leagues['window'],
): Promise<string | null> {
  const row = await kysely
    .selectFrom('settlements')
    .select(({ fn }) => fn.max('period').as('last'))
    .where('tenant_id', '=', tenant)
    .where('period', window === 'week' ? 'like' : 'not like', '%W%')
    .executeTakeFirst();
  return row?.last ?? null;
}

/** The latest settled placements of members before a window, of one company or of all. */
export function latestPlacements(
  tenant: string,
  window: Leagues['window'],
  period: string,
  companyId: string | null = null,
) {
  const shape = window === 'week' ? sql`like '%W%'` : sql`not like '%W%'`;
  return sql<PlacementRow>`select p.* from placements p where p.tenant_id = ${tenant}
    ${companyId === null ? sql`` : sql`and p.company_id = ${companyId}`} and p.period = (
      select max(q.period) from placements q where q.tenant_id = p.tenant_id and q.company_id = p.company_id
        and q.user_id = p.user_id and q.period < ${period} and q.period ${shape})`;
}

/** Places players among those they play with: the people of their company, or everybody. */
export function placeAll(players: readonly Player[], period: string, leagues: Leagues): Placement[] {
  if (leagues.scope === 'vendor') return placeInLeagues(players, period, leagues);
  const companies = new Map<string, Player[]>();
  for (const player of players) {
    const [companyId] = memberOf(player.key);
    const its = companies.get(companyId) ?? [];
    companies.set(companyId, its);
    its.push(player);
  }
  return [...companies.values()].flatMap((its) => placeInLeagues(its, period, leagues));
}
