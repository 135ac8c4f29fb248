import { CORRECTIONS, type EventExplanation, type Playbook, type SilentEvent } from '@waymark/contracts';
import { type Explanation, explain, type MemberId, memberName, placedAt } from '@waymark/engine';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type KnownRelocations, sourcesOf } from '../record/known-relocations.js';
import { rowsOf } from '../record/members-replay.js';
import { storedFact } from '../record/placed-event.js';
import { createReplay } from '../record/replay.js';
import { createStoredFacts } from '../record/stored-facts.js';
import { STORED } from '../storage/log-rows.js';
import type { Tables } from '../storage/tables.js';
import type { Member, ReadContext } from './context.js';
import { missingOf } from './playbook-views.js';
import { storedEvent } from './stored-event.js';

const ROWS = 50;
/** Rows after which others have a turn. */
const TURN = 100;

type Page = { readonly rows: readonly SilentEvent[]; readonly total: number; readonly next: string | null };

/** Reads why events brought what they brought. */
export function createExplanations({ tenant, reader, relocations }: ReadContext) {
  return {
    /**
     * Why an event brought what it brought; null for one that is not there. Values everything anew that the person did
     * before: throws a `RangeError` where that is too much.
     */
    event: (eventId: string): Promise<EventExplanation | null> =>
      reader.longView(async (view) => {
        const row = await view
          .selectFrom('log')
          .select([...STORED, 'received_at'])
          .where('tenant_id', '=', tenant)
          .where('event_id', '=', eventId)
          .where('source', 'not in', ['hub', 'erased'])
          .executeTakeFirst();
        if (row === undefined) return null;
        const known = await relocations(view);
        const stored = createStoredFacts(view, tenant);
        const program = await stored.programOf(row.playbook_version);
        const fact = storedFact(row);
        const placed = placedAt(fact, known.homes);
        const isScored = row.source !== 'late' && fact.userId !== '' && !CORRECTIONS.includes(fact.event);
        const cells = isScored ? await cellsBefore(view, known, placed, row.position) : {};
        return {
          eventId,
          event: fact.event,
          timestamp: fact.timestamp,
          receivedAt: row.received_at,
          source: row.source === 'late' ? 'browser' : (row.source as EventExplanation['source']),
          companyId: fact.companyId,
          userId: fact.userId,
          countsFor: placed === fact ? null : { companyId: placed.companyId, userId: placed.userId },
          playbookVersion: row.playbook_version,
          late: row.source === 'late',
          void: await isVoid(view, known, fact),
          correction: CORRECTIONS.includes(fact.event),
          properties: fact.properties,
          listeners: isScored
            ? explain(cells, placed, program).map((one) => ({
                ...one,
                limit: limitOf(one, program.playbook),
                ...heldWith(one, program.playbook),
              }))
            : [],
        };

        async function cellsBefore(
          from: Kysely<Tables>,
          { homes }: KnownRelocations,
          member: MemberId,
          before: number,
        ) {
          const rows = await rowsOf({ view: from, tenant }, sourcesOf(known, member), before);
          const replay = createReplay(homes, stored, stored.programOf);
          for (const [i, one] of rows.entries()) {
            await replay.take(one);
            if (i % TURN === TURN - 1) await new Promise(setImmediate);
          }
          const { companyId, userId } = member;
          const own = replay.tally
            .changes()
            .cells.filter(({ company_id, user_id }) => company_id === companyId && user_id === userId);
          return Object.fromEntries(own.map(({ span, cell }) => [span, JSON.parse(cell)]));
        }
      }),

    /** Events of a person that brought nothing, newest first. */
    silent: (member: Member, before: number | null): Promise<Page> =>
      reader.view(async (view) => {
        const known = await relocations(view);
        const sources = sourcesOf(known, member);
        const isOwn = sql.join(
          sources.map(
            ({ companyId, userId }) => sql`(l.company_id = ${companyId} and l.user_id = ${userId})`,
          ),
          sql` or `,
        );
        const silent = sql`log l where l.tenant_id = ${tenant} and (${isOwn}) and l.source not in ('hub', 'erased')
          and not exists (select 1 from ledger e where e.tenant_id = ${tenant} and e.company_id = ${member.companyId}
            and e.user_id = ${member.userId} and e.position = l.position)`;
        const below = before === null ? sql`` : sql`and l.position < ${before}`;
        const rows = await all(
          view,
          sql<{ position: number; event_id: string; body: string; source: string }>`
            select l.position, l.event_id, l.body, l.source from ${silent} ${below} order by l.position desc limit ${ROWS}`,
        );
        const [count] = await all(view, sql<{ total: number }>`select count(*) as total from ${silent}`);
        return {
          rows: rows.map(({ event_id, body, source }) => {
            const { event, timestamp } = storedEvent(body);
            return { eventId: event_id, event, timestamp, late: source === 'late' };
          }),
          total: count?.total ?? 0,
          next: rows.length < ROWS ? null : String(rows.at(-1)?.position),
        };
      }),
  };

  async function isVoid(
    view: Kysely<Tables>,
    { homes, rows }: KnownRelocations,
    { id, ...member }: MemberId & { readonly id: string },
  ): Promise<boolean> {
    const relocation = rows.find(({ event_id }) => event_id === id);
    if (relocation !== undefined) return relocation.is_void === 1;
    const voids = await view
      .selectFrom('voids')
      .select(['company_id', 'user_id'])
      .where('tenant_id', '=', tenant)
      .where('event_id', '=', id)
      .execute();
    const home = memberName(homes.of(member));
    return voids.some(
      ({ company_id, user_id }) => memberName(homes.of({ companyId: company_id, userId: user_id })) === home,
    );
  }
}

function limitOf({ kind, id }: Explanation, { rules, bonuses = [] }: Playbook) {
  if (kind === 'rule') return rules.find((rule) => rule.id === id)?.limit ?? null;
  return kind === 'bonus' ? (bonuses.find((bonus) => bonus.id === id)?.limit ?? null) : null;
}

function heldWith({ kind, id }: Explanation, playbook: Playbook) {
  const badge = kind === 'badge' ? playbook.badges.find((one) => one.id === id) : undefined;
  return badge?.while === undefined
    ? {}
    : { heldWith: missingOf(badge, playbook, { level: 0, companyLevel: 0 }) };
}

async function all<Row>(view: Kysely<Tables>, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(view)).rows;
}
