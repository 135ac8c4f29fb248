import type { Kysely } from 'kysely';
import type { LogRow, Tables } from './tables.js';

/** What the log keeps of an event, without the times of its journey. */
export type StoredRow = Pick<
  LogRow,
  | 'position'
  | 'event_id'
  | 'company_id'
  | 'user_id'
  | 'role'
  | 'playbook_version'
  | 'source'
  | 'body'
  | 'traits'
>;

const PAGE = 2_000;

/** The log from its beginning, in its order, read page by page. */
export async function* logRows(view: Kysely<Tables>, tenant: string): AsyncGenerator<StoredRow, void> {
  for (let position = 0; ; ) {
    const rows = await view
      .selectFrom('log')
      .select([
        'position',
        'event_id',
        'company_id',
        'user_id',
        'role',
        'playbook_version',
        'source',
        'body',
        'traits',
      ])
      .where('tenant_id', '=', tenant)
      .where('position', '>', position)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    yield* rows;
    position = rows.at(-1)?.position ?? position;
    if (rows.length < PAGE) return;
  }
}
