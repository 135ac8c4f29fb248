import type {
  CompanyDetail,
  CompanyRow,
  HubOverview,
  Page,
  PersonDetail,
  PersonRow,
} from '@waymark/contracts';
import { LIFETIME, outcomeOf } from '@waymark/engine';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { memberKey } from '../record/request.js';
import type { Tables } from '../storage/tables.js';
import { badgeAwards } from './badge-awards.js';
import type { Member, ReadContext } from './context.js';
import { daysOf, ledgerOf } from './ledger-reads.js';
import { levelsNow } from './levels-now.js';
import { daysUpTo, localDay } from './local-day.js';
import { headOf, memberCells, memberRow } from './member-state.js';
import { badgeViews, levelViews } from './playbook-views.js';
import { createWornLevels, type Worn } from './worn-levels.js';

/** What operators can ask a list for. */
export interface ListQuery {
  readonly search: string;
  readonly company: string | null;
  readonly sort: string;
  readonly cursor: number;
}

/** How lists of people and companies can be ordered; names upwards, all else downwards. */
export const PEOPLE_SORTS = ['growth', 'name', 'level', 'badges', 'events', 'lastSeen', 'company'] as const;
export const COMPANY_SORTS = ['growth', 'name', 'people', 'events', 'lastSeen'] as const;

/** What operators see. */
export interface AdminReads {
  overview(): Promise<Omit<HubOverview, 'version' | 'streams'>>;
  people(query: ListQuery): Promise<Page<PersonRow>>;
  person(member: Member, before: number | null): Promise<PersonDetail | null>;
  companies(query: ListQuery): Promise<Page<CompanyRow>>;
  company(companyId: string): Promise<CompanyDetail | null>;
}

const ROWS = 50;
const LEDGER_ROWS = 50;
const DAYS = 14;
const TOP = 10;
/** Under a works council's eye no smaller group of people is told apart. */
const SMALLEST_GROUP = 5;
const UPWARDS = ['name', 'company'];

const NAME = sql<string>`coalesce(u.claimed_name, u.told_name, u.given_name, m.user_id)`;
const COMPANY_NAME = sql<string>`coalesce(c.claimed_name, c.told_name, c.given_name, m.company_id)`;
const NAMES = sql`left join users u on u.tenant_id = m.tenant_id and u.user_id = m.user_id
  left join companies c on c.tenant_id = m.tenant_id and c.company_id = m.company_id`;
const PEOPLE = sql`members m ${NAMES}`;
const BADGES = sql<number>`(select count(distinct a.item) from awards a where a.tenant_id = m.tenant_id
  and a.company_id = m.company_id and a.user_id = m.user_id and a.kind = 'badge')`;
const PERSON = sql`m.user_id as "userId", m.company_id as "companyId", ${NAME} as name, ${COMPANY_NAME} as "companyName",
  m.growth, m.level, ${BADGES} as badges, m.events, m.last_seen as "lastSeen"`;
const COMPANY = sql`m.company_id as "companyId", max(${COMPANY_NAME}) as name, count(*) as people, sum(m.growth) as growth,
  sum(m.events) as events, max(m.last_ms) as "lastMs"`;

const PEOPLE_ORDER: { readonly [sort in (typeof PEOPLE_SORTS)[number]]: RawBuilder<unknown> } = {
  growth: sql`m.growth`,
  name: sql`lower(${NAME})`,
  level: sql`m.level`,
  badges: sql`badges`,
  events: sql`m.events`,
  lastSeen: sql`m.last_ms`,
  company: sql`lower(${COMPANY_NAME})`,
};
const COMPANY_ORDER: { readonly [sort in (typeof COMPANY_SORTS)[number]]: RawBuilder<unknown> } = {
  growth: sql`growth`,
  name: sql`name`,
  people: sql`people`,
  events: sql`events`,
  lastSeen: sql`"lastMs"`,
};

/** Reads for the console. Every one is of the hub's tenant. */
export function createAdminReads(context: ReadContext): AdminReads {
  const { tenant, reader, playbook, now } = context;
  const levels = createWornLevels(context);
  const isGuarded = playbook.privacy === 'works-council';
  const all = async <Row>(view: Kysely<Tables>, statement: RawBuilder<Row>): Promise<Row[]> =>
    (await statement.execute(view)).rows;

  function matching({ search, company }: Pick<ListQuery, 'search' | 'company'>): RawBuilder<unknown> {
    const parts = [sql`m.tenant_id = ${tenant}`];
    if (company !== null) parts.push(sql`m.company_id = ${company}`);
    if (search !== '') {
      const like = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      parts.push(
        sql`(lower(${NAME}) like ${like} escape '\\' or lower(m.user_id) like ${like} escape '\\' or lower(${COMPANY_NAME}) like ${like} escape '\\')`,
      );
    }
    return sql.join(parts, sql` and `);
  }

  async function count(view: Kysely<Tables>, from: RawBuilder<unknown>): Promise<number> {
    const [row] = await all(view, sql<{ total: number }>`select count(*) as total from ${from}`);
    return row?.total ?? 0;
  }

  /** People in the order of what they wear today, which no column holds. */
  async function mostWorn(
    view: Kysely<Tables>,
    where: RawBuilder<unknown>,
    by: keyof Worn,
    part: readonly [number, number],
  ): Promise<PersonRow[]> {
    const members = await levels.first(view, where, NAMES, by, part);
    if (members.length === 0) return [];
    const pairs = sql.join(members.map(({ companyId, userId }) => sql`(${companyId}, ${userId})`));
    const rows = await all(
      view,
      sql<PersonRow>`select ${PERSON} from ${PEOPLE} where m.tenant_id = ${tenant} and (m.company_id, m.user_id) in (values ${pairs})`,
    );
    const worn = new Map(
      (await levels.dressed(view, rows)).map((row) => [memberKey(row.companyId, row.userId), row]),
    );
    return members.flatMap(({ companyId, userId }) => worn.get(memberKey(companyId, userId)) ?? []);
  }

  const page = <Row>(rows: readonly Row[], total: number, cursor: number): Page<Row> => ({
    rows,
    total,
    next: cursor + rows.length < total ? String(cursor + rows.length) : null,
  });

  const companyRow = ({ lastMs, ...row }: Omit<CompanyRow, 'lastSeen'> & { lastMs: number }): CompanyRow => ({
    ...row,
    lastSeen: new Date(lastMs).toISOString(),
  });

  return {
    overview: () =>
      reader.view(async (view) => ({
        playbook: { id: playbook.id, version: playbook.version },
        privacy: playbook.privacy ?? 'open',
        levels: levelViews(playbook),
        // What the hub settled are facts of the log as well, and nobody's events.
        events:
          (await headOf(view, tenant)) -
          (await count(view, sql`placements where tenant_id = ${tenant}`)) -
          (await count(view, sql`settlements where tenant_id = ${tenant}`)) -
          (await count(view, sql`pushes where tenant_id = ${tenant}`)) -
          (await count(
            view,
            sql`impressions where tenant_id = ${tenant} and kind in ('entered', 'held_out', 'shown')`,
          )),
        users: await count(view, sql`users where tenant_id = ${tenant}`),
        companies: await count(view, sql`companies where tenant_id = ${tenant}`),
      })),

    people: (query) =>
      reader.view(async (view) => {
        const where = matching(query);
        const order = PEOPLE_ORDER[query.sort as keyof typeof PEOPLE_ORDER];
        const rows =
          levels.lapses && isWorn(query.sort)
            ? await mostWorn(view, where, query.sort, [query.cursor, query.cursor + ROWS])
            : await levels.dressed(
                view,
                await all(
                  view,
                  sql<PersonRow>`select ${PERSON} from ${PEOPLE} where ${where}
                    order by ${order} ${direction(query.sort)}, m.company_id, m.user_id limit ${ROWS} offset ${query.cursor}`,
                ),
              );
        return page(rows, await count(view, sql`${PEOPLE} where ${where}`), query.cursor);
      }),

    person: (member, before) =>
      reader.view(async (view) => {
        const row = await memberRow(view, tenant, member);
        const [person] = await levels.dressed(
          view,
          await all(
            view,
            sql<PersonRow>`select ${PERSON} from ${PEOPLE} where m.tenant_id = ${tenant} and m.company_id = ${member.companyId} and m.user_id = ${member.userId}`,
          ),
        );
        if (row === null || person === undefined) return null;
        const day = localDay(now(), row.last_seen);
        const days = daysUpTo(day, DAYS);
        const cells = await memberCells(view, tenant, member, [LIFETIME]);
        const awards = await badgeAwards(view, tenant, member);
        const entries = await ledgerOf(view, context, member, {
          before: before ?? undefined,
          limit: LEDGER_ROWS,
        });
        const total = await count(
          view,
          sql`ledger where tenant_id = ${tenant} and company_id = ${member.companyId} and user_id = ${member.userId}`,
        );
        const rest = wholeEvents(entries);
        return {
          ...person,
          role: row.role,
          levels: levelViews(playbook),
          badgeViews: badgeViews(
            playbook,
            cells,
            awards,
            await levelsNow(view, tenant, playbook, member, cells, day),
          ),
          days: await daysOf(view, tenant, member, days),
          ledger: {
            rows: rest.map(({ entry }) => entry),
            total,
            next: entries.length < LEDGER_ROWS ? null : String(rest.at(-1)?.position),
          },
        };
      }),

    companies: (query) =>
      reader.view(async (view) => {
        const where = sql`${matching({ ...query, search: '' })} and m.company_id <> ''`;
        const like = `%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
        const found = sql`${PEOPLE} where ${where} and (lower(${COMPANY_NAME}) like ${like} escape '\\' or lower(m.company_id) like ${like} escape '\\')`;
        const order = COMPANY_ORDER[query.sort as keyof typeof COMPANY_ORDER];
        const rows = await all(
          view,
          sql<
            Omit<CompanyRow, 'lastSeen'> & { lastMs: number }
          >`select ${COMPANY} from ${found} group by m.company_id
            order by ${order} ${direction(query.sort)}, m.company_id limit ${ROWS} offset ${query.cursor}`,
        );
        const total = await count(view, sql`(select distinct m.company_id from ${found}) as found`);
        return page(rows.map(companyRow), total, query.cursor);
      }),

    company: (companyId) =>
      reader.view(async (view) => {
        const where = sql`m.tenant_id = ${tenant} and m.company_id = ${companyId}`;
        const [row] = await all(
          view,
          sql<
            Omit<CompanyRow, 'lastSeen'> & { lastMs: number }
          >`select ${COMPANY} from ${PEOPLE} where ${where} group by m.company_id`,
        );
        if (row === undefined) return null;
        const byRule = await all(
          view,
          sql<{ rule_id: string; points: number }>`select rule_id, sum(points) as points from ledger
            where tenant_id = ${tenant} and company_id = ${companyId} group by rule_id`,
        );
        const outcomes = new Map<string, number>();
        for (const { rule_id, points } of byRule) {
          const outcome = outcomeOf(playbook, rule_id) ?? 'value';
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + points);
        }
        const levelCounts = await levels.counts(companyId, view);
        if (isGuarded) {
          return {
            ...companyRow(row),
            outcomes: sortedOutcomes(outcomes),
            levelCounts: row.people < SMALLEST_GROUP ? [] : levelCounts,
            top: [],
          };
        }
        const top = levels.lapses
          ? await mostWorn(view, where, 'growth', [0, TOP])
          : await all(
              view,
              sql<PersonRow>`select ${PERSON} from ${PEOPLE} where ${where} order by m.growth desc, m.user_id limit ${TOP}`,
            );
        return {
          ...companyRow(row),
          outcomes: sortedOutcomes(outcomes),
          levelCounts,
          top,
        };
      }),
  };
}

function isWorn(sort: string): sort is keyof Worn {
  return sort === 'growth' || sort === 'level';
}

function sortedOutcomes(outcomes: ReadonlyMap<string, number>): CompanyDetail['outcomes'] {
  return [...outcomes].map(([outcome, points]) => ({ outcome, points })).sort((a, b) => b.points - a.points);
}

function direction(sort: string): RawBuilder<unknown> {
  return UPWARDS.includes(sort) ? sql`asc` : sql`desc`;
}

/** A page ends between events: the entries of one event share a position, by which the next page begins. */
function wholeEvents<Entry extends { readonly position: number }>(
  entries: readonly Entry[],
): readonly Entry[] {
  if (entries.length < LEDGER_ROWS) return entries;
  const last = entries.at(-1)?.position;
  const whole = entries.filter(({ position }) => position !== last);
  return whole.length === 0 ? entries : whole;
}
