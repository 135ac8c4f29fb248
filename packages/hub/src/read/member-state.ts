import type { Cells } from '@waymark/contracts';
import type { Kysely } from 'kysely';
import type { MemberRow, Tables } from '../storage/tables.js';
import { badgeAwards } from './badge-awards.js';
import type { Member } from './context.js';
import { type Earned, earnedKey } from './playbook-views.js';

/** Everything kept of a member that views are made from. */
export interface MemberState {
  /** Null for somebody without a single event. */
  readonly row: MemberRow | null;
  readonly cells: Cells;
  readonly earned: Earned;
}

/** A member's row alone. */
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

/** A member's state, of these spans; without any, of all. */
export async function memberState(
  view: Kysely<Tables>,
  tenant: string,
  member: Member,
  row: MemberRow | null,
  spans: readonly string[] | null,
): Promise<MemberState> {
  if (row === null) return { row, cells: {}, earned: new Map() };
  let query = view
    .selectFrom('cells')
    .select(['span', 'cell'])
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', member.companyId)
    .where('user_id', '=', member.userId);
  if (spans !== null) query = query.where('span', 'in', spans);
  const cells = await query.execute();
  const awards = await badgeAwards(view, tenant, member);
  return {
    row,
    cells: Object.fromEntries(cells.map(({ span, cell }) => [span, JSON.parse(cell)])),
    earned: new Map(awards.map(({ badgeId, tier, earnedAt }) => [earnedKey(badgeId, tier), earnedAt])),
  };
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
