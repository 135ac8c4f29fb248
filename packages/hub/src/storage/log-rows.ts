import type { Kysely } from 'kysely';
import type { LogRow, Tables } from './tables.js';

/** Columns of the log that say what an event was, without the times and ids of its journey. */
export const STORED = [
  'position',
  'event_id',
  'company_id',
  'user_id',
  'role',
  'playbook_version',
  'source',
  'body',
  'traits',
] as const;

/** What the log keeps of an event. */
export type StoredRow = Pick<LogRow, (typeof STORED)[number]>;

const PAGE = 2_000;

/** The log from its beginning, in its order, read page by page. */
export async function* logRows(view: Kysely<Tables>, tenant: string): AsyncGenerator<StoredRow, void> {
  for (let position = 0; ; ) {
    const rows = await view
      .selectFrom('log')
      .select(STORED)
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
