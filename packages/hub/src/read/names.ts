import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NameOf } from '../intake/given-names.js';
import type { Tables } from '../storage/tables.js';

/** The name that counts: from a token, else from an event, else the one given at first sight. */
export function shownName(table: string): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<
    string | null
  >`coalesce(${column('claimed_name')}, ${column('told_name')}, ${column('given_name')})`;
}

/** What a user is called. */
export async function userName(
  view: Kysely<Tables>,
  tenant: string,
  id: string,
  nameOf: NameOf,
): Promise<string> {
  const row = await view
    .selectFrom('users')
    .select(shownName('users').as('name'))
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', id)
    .executeTakeFirst();
  return row?.name ?? nameOf('user', id);
}

/** What a company is called. */
export async function companyName(
  view: Kysely<Tables>,
  tenant: string,
  id: string,
  nameOf: NameOf,
): Promise<string> {
  if (id === '') return '';
  const row = await view
    .selectFrom('companies')
    .select(shownName('companies').as('name'))
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', id)
    .executeTakeFirst();
  return row?.name ?? nameOf('company', id);
}
