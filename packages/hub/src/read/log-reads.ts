import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import type { Member } from './context.js';
import { localDay } from './local-day.js';

/** The local day on which somebody who resumes from a position saw it, or an earlier one; empty where there is none. */
export async function dayAt(
  view: Kysely<Tables>,
  tenant: string,
  position: number,
  lastSeen: string | undefined,
): Promise<string> {
  const row = await view
    .selectFrom('log')
    .select('received_at')
    .where('tenant_id', '=', tenant)
    .where('position', '=', position)
    .executeTakeFirst();
  return row === undefined ? '' : localDay(Date.parse(row.received_at), lastSeen);
}

/** Ids of a member's events after a position, oldest first; what the hub itself said of them is none. */
export async function settledAfter(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await view
    .selectFrom('log')
    .select('event_id')
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('position', '>', since)
    .where('source', '<>', 'hub')
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ event_id }) => event_id);
}
