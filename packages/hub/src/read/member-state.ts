import type { Cells } from '@waymark/contracts';
import type { Kysely } from 'kysely';
import type { MemberRow, PreferencesRow, Tables } from '../storage/tables.js';
import type { Member } from './context.js';
import { type Earned, earnedKey } from './playbook-views.js';
import { storedEvent } from './stored-event.js';

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
  const awards = await view
    .selectFrom('awards')
    .innerJoin('log', (join) =>
      join.onRef('log.tenant_id', '=', 'awards.tenant_id').onRef('log.position', '=', 'awards.position'),
    )
    .select(['awards.item', 'awards.tier', 'log.body'])
    .where('awards.tenant_id', '=', tenant)
    .where('awards.company_id', '=', member.companyId)
    .where('awards.user_id', '=', member.userId)
    .where('awards.kind', '=', 'badge')
    .execute();
  return {
    row,
    cells: Object.fromEntries(cells.map(({ span, cell }) => [span, JSON.parse(cell)])),
    earned: new Map(
      awards.map(({ item, tier, body }) => [earnedKey(item, tier), storedEvent(body).timestamp]),
    ),
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
