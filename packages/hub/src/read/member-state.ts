import type { Cells } from '@waymark/contracts';
import type { Kysely } from 'kysely';
import type { MemberRow, Tables } from '../storage/tables.js';
import type { Member } from './context.js';

/** A member's row; null for somebody without a single event. */
export async function memberRow(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
): Promise<MemberRow | null> {
  const row = await view
    .selectFrom('members')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** A member's cells of these spans; with null, of all. */
export async function memberCells(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  spans: readonly string[] | null,
): Promise<Cells> {
  let query = view
    .selectFrom('cells')
    .select(['span', 'cell'])
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId);
  if (spans !== null) query = query.where('span', 'in', spans);
  const rows = await query.execute();
  return Object.fromEntries(rows.map(({ span, cell }) => [span, JSON.parse(cell)]));
}

/** Position of the log's last event. */
export async function headOf(view: Kysely<Tables>, tenant: string): Promise<number> {
  const row = await view
    .selectFrom('log')
    .select(({ fn }) => fn.max('position').as('head'))
    .where('tenant_id', '=', tenant)
    .executeTakeFirst();
  return row?.head ?? 0;
}
