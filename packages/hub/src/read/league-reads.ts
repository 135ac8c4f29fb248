import type { Leagues, Playbook } from '@waymark/contracts';
import { type MemberId, type Placement, type Player, placeInLeagues } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import { type KnownRelocations, relocationIn } from '../record/known-relocations.js';
import { memberKey, memberOf } from '../record/request.js';
import type { ReadSession } from '../storage/session.js';
import type { PlacementRow, Tables } from '../storage/tables.js';
import { createStandingReads } from './standing-reads.js';

interface Place {
  readonly tenant: string;
  readonly reader: Pick<ReadSession, 'kysely'>;
  readonly playbook: Pick<Playbook, 'privacy'>;
}

/** Where placements are read, and for whom they count. */
interface PlacementReads {
  readonly kysely: Kysely<Tables>;
  readonly tenant: string;
  readonly known: KnownRelocations;
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

/**
 * The latest settled placement of each member before a window, of one company or of all, by their member keys. What was
 * settled of somebody who goes on as another is that one's: of several the latest window holds, and in the same window
 * the higher league after it, then the better rank.
 */
export async function latestPlacements(
  { kysely, tenant, known: { homes, rows: moves } }: PlacementReads,
  window: Leagues['window'],
  period: string,
  companyId: string | null = null,
): Promise<Map<string, PlacementRow>> {
  const shape = window === 'week' ? sql`like '%W%'` : sql`not like '%W%'`;
  const arrived = moves
    .map((row) => relocationIn(row).from)
    .filter((from) => companyId !== null && homes.of(from).companyId === companyId);
  const others = sql.join(arrived.map(({ companyId: company, userId }) => sql`(${company}, ${userId})`));
  const within =
    companyId === null
      ? sql``
      : sql`and (p.company_id = ${companyId} ${
          arrived.length === 0 ? sql`` : sql`or (p.company_id, p.user_id) in (values ${others})`
        })`;
  const { rows } =
    await sql<PlacementRow>`select p.* from placements p where p.tenant_id = ${tenant} ${within}
    and p.period = (
      select max(q.period) from placements q where q.tenant_id = p.tenant_id and q.company_id = p.company_id
        and q.user_id = p.user_id and q.period < ${period} and q.period ${shape})`.execute(kysely);
  const latest = new Map<string, PlacementRow>();
  for (const row of rows) {
    const home = homes.of<MemberId>({ companyId: row.company_id, userId: row.user_id });
    if (companyId !== null && home.companyId !== companyId) continue;
    const key = memberKey(home.companyId, home.userId);
    const known = latest.get(key);
    if (known === undefined || holdsOver(row, known)) latest.set(key, row);
  }
  return latest;
}

function holdsOver(a: PlacementRow, b: PlacementRow): boolean {
  if (a.period !== b.period) return a.period > b.period;
  return a.next_league > b.next_league || (a.next_league === b.next_league && a.rank < b.rank);
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
