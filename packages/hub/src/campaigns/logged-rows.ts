import { type MemberId, memberName } from '@waymark/engine';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { KnownRelocations } from '../record/known-relocations.js';
import type { LogRow, Tables } from '../storage/tables.js';

/** A row of the log as counting reads it. */
export type LoggedRow = Pick<
  LogRow,
  'event_id' | 'company_id' | 'role' | 'source' | 'body' | 'traits' | 'position'
> & { readonly user_id: string };

const PAGE = 1_000;

/**
 * What a member did, or all people of a company, after one position and up to another: what counts, without what was
 * voided, came late, or was said by the hub itself. Each person's in the log's order.
 */
export async function* loggedRows(
  view: Kysely<Tables>,
  tenant: string,
  { homes }: Pick<KnownRelocations, 'homes'>,
  whose: MemberId | string,
  [after, until]: readonly [number, number],
): AsyncGenerator<readonly LoggedRow[], void> {
  const who: RawBuilder<unknown> =
    typeof whose === 'string'
      ? sql`company_id = ${whose}`
      : sql`company_id = ${whose.companyId} and user_id = ${whose.userId}`;
  const standing = await voidsOf(view, tenant, homes);
  for (let beyond = { user_id: '', position: -1 }; ; ) {
    const { rows } = await sql<LoggedRow>`
      select event_id, company_id, user_id, role, source, body, traits, position from log
      where tenant_id = ${tenant} and ${who} and user_id is not null and position > ${after} and position <= ${until}
        and (user_id, position) > (${beyond.user_id}, ${beyond.position})
        and source not in ('hub', 'late', 'erased')
      order by user_id, position limit ${sql.lit(PAGE)}`.execute(view);
    yield await standing(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    beyond = last;
    // A long history does not hold up those who ask for something else.
    await new Promise(setImmediate);
  }
}

/** What everybody did after one position and up to another, in the log's order; else as {@link loggedRows}. */
export async function* loggedSince(
  view: Kysely<Tables>,
  tenant: string,
  { homes }: Pick<KnownRelocations, 'homes'>,
  [after, until]: readonly [number, number],
): AsyncGenerator<readonly LoggedRow[], void> {
  const standing = await voidsOf(view, tenant, homes);
  for (let beyond = after; ; ) {
    const { rows } = await sql<LoggedRow>`
      select event_id, company_id, user_id, role, source, body, traits, position from log
      where tenant_id = ${tenant} and user_id is not null and position > ${beyond} and position <= ${until}
        and source not in ('hub', 'late', 'erased')
      order by position limit ${sql.lit(PAGE)}`.execute(view);
    yield await standing(rows);
    beyond = rows.at(-1)?.position ?? beyond;
    if (rows.length < PAGE) return;
    await new Promise(setImmediate);
  }
}

/** Leaves out what somebody of the same home took back; most logs hold nothing of the kind. */
async function voidsOf(view: Kysely<Tables>, tenant: string, homes: KnownRelocations['homes']) {
  const voids = () => view.selectFrom('voids').where('tenant_id', '=', tenant);
  const first = await voids().select('position').limit(1).executeTakeFirst();
  return async (rows: readonly LoggedRow[]): Promise<readonly LoggedRow[]> => {
    if (first === undefined || rows.length === 0) return rows;
    const found = await voids()
      .select(['event_id', 'company_id', 'user_id'])
      .where(
        'event_id',
        'in',
        rows.map(({ event_id }) => event_id),
      )
      .execute();
    const nameOf = (row: { company_id: string; user_id: string }) =>
      memberName(homes.of({ companyId: row.company_id, userId: row.user_id }));
    const voided = new Set(found.map((row) => `${row.event_id}\n${nameOf(row)}`));
    return rows.filter((row) => !voided.has(`${row.event_id}\n${nameOf(row)}`));
  };
}
