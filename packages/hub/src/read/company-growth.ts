import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';

/** What a company's people have brought it together. */
export async function companyGrowth(
  view: Kysely<Tables>,
  tenant: string,
  companyId: string,
): Promise<number> {
  const row = await view
    .selectFrom('company_growth')
    .select('growth')
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .executeTakeFirst();
  return row?.growth ?? 0;
}
