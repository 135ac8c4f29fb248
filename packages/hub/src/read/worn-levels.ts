import { growthOn, LIFETIME, levelAt, levelOn } from '@waymark/engine';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { memberKey } from '../record/request.js';
import type { Tables } from '../storage/tables.js';
import type { Member, ReadContext } from './context.js';
import { localDay } from './local-day.js';

/** What of a member's growth counts today, and the level worn with it. */
export interface Worn {
  readonly growth: number;
  readonly level: number;
}

/** Of a row of a list, what says whose it is and which day it is for them. */
interface Listed extends Member, Worn {
  readonly lastSeen: string;
}

const PAGE = 2_000;

/** Reads levels for lists. Where growth lapses, what rows hold is of the past, and the cells of each member are asked. */
export function createWornLevels({ tenant, reader, playbook, now }: ReadContext) {
  const { expiry, levels } = playbook;

  function wornBy(cell: string, lastSeen: string): Worn {
    const day = localDay(now(), lastSeen);
    const cells = { [LIFETIME]: JSON.parse(cell) };
    return { growth: growthOn(cells, day, playbook), level: levelOn(cells, day, playbook) };
  }

  /** All members for whom a condition over `m` holds, in pages; who has no cell any more has nothing. */
  async function* each(view: Kysely<Tables>, where: RawBuilder<unknown>, joins = sql``) {
    let after: Member = { companyId: '', userId: '' };
    for (;;) {
      const { rows } = await sql<Member & { lastSeen: string; cell: string | null }>`
        select m.company_id as "companyId", m.user_id as "userId", m.last_seen as "lastSeen", l.cell
        from members m ${joins}
        left join cells l on l.tenant_id = m.tenant_id and l.company_id = m.company_id and l.user_id = m.user_id and l.span = ${LIFETIME}
        where ${where} and (m.company_id, m.user_id) > (${after.companyId}, ${after.userId})
        order by m.company_id, m.user_id limit ${sql.lit(PAGE)}`.execute(view);
      for (const { companyId, userId, lastSeen, cell } of rows) {
        yield { companyId, userId, ...wornBy(cell ?? '{}', lastSeen) };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last;
    }
  }

  return {
    /** Whether rows alone do not say which level somebody wears. */
    lapses: expiry !== undefined,

    /** Rows with growth and level as they are today. */
    async dressed<Row extends Listed>(view: Kysely<Tables>, rows: readonly Row[]): Promise<readonly Row[]> {
      if (expiry === undefined || rows.length === 0) return rows;
      const found = await view
        .selectFrom('cells')
        .select(['company_id', 'user_id', 'cell'])
        .where('tenant_id', '=', tenant)
        .where('span', '=', LIFETIME)
        .where('company_id', 'in', [...new Set(rows.map(({ companyId }) => companyId))])
        .where('user_id', 'in', [...new Set(rows.map(({ userId }) => userId))])
        .execute();
      const cells = new Map(found.map((row) => [memberKey(row.company_id, row.user_id), row.cell]));
      return rows.map((row) => ({
        ...row,
        ...wornBy(cells.get(memberKey(row.companyId, row.userId)) ?? '{}', row.lastSeen),
      }));
    },

    /** So many members from a place on, those with the most growth or the highest level today first. */
    async first(
      view: Kysely<Tables>,
      where: RawBuilder<unknown>,
      joins: RawBuilder<unknown>,
      by: keyof Worn,
      [start, end]: readonly [number, number],
    ): Promise<Member[]> {
      const all: (Member & Worn)[] = [];
      for await (const member of each(view, where, joins)) all.push(member);
      // Sorting keeps the order of those who are even: that of their ids.
      return all.sort((a, b) => b[by] - a[by]).slice(start, end);
    },

    /** How many people of a company wear each level today. */
    async counts(companyId: string, view: Kysely<Tables> = reader.kysely): Promise<number[]> {
      const where = sql`m.tenant_id = ${tenant} and m.company_id = ${companyId}`;
      const counts = levels.map(() => 0);
      const count = (level: number, people: number) => {
        counts[level] = (counts[level] ?? 0) + people;
      };
      if (expiry !== undefined) {
        for await (const { level } of each(view, where)) count(level, 1);
        return counts;
      }
      const { rows } = await sql<{ growth: number; people: number }>`
        select m.growth, count(*) as people from members m where ${where} group by m.growth`.execute(view);
      for (const { growth, people } of rows) count(levelAt(levels, growth), people);
      return counts;
    },
  };
}
