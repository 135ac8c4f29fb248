import type { Playbook, Ranking } from '@waymark/contracts';
import { type RawBuilder, sql } from 'kysely';
import { shownAs } from '../privacy/preferences.js';
import type { PseudonymOf } from '../privacy/pseudonym.js';
import type { ReadSession } from '../storage/session.js';

/** A member's points in a window, under the key that others may know them by. Only of members who let others see them. */
export interface VisibleStanding {
  readonly key: string;
  readonly userId: string;
  readonly points: number;
}

/** A group of people and a window. */
export interface Group {
  readonly scope: NonNullable<Ranking['scope']>;
  /** Empty for the people of all companies. */
  readonly companyId: string;
  /** The role or region that they share; null for those without one, and where there is no such thing to share. */
  readonly shared: string | null;
  readonly period: string;
}

/** Reads the standings of one group. */
export interface StandingReads {
  /** All of them, in pages. */
  all(): AsyncIterable<readonly VisibleStanding[]>;
  /** Those of some members. */
  of(members: readonly (readonly [companyId: string, userId: string])[]): Promise<VisibleStanding[]>;
  /** Every key that a member may have had. */
  keysOf(companyId: string, userId: string): readonly string[];
}

interface StandingsContext {
  readonly tenant: string;
  readonly reader: Pick<ReadSession, 'kysely'>;
  readonly playbook: Pick<Playbook, 'privacy'>;
  readonly pseudonymOf: PseudonymOf;
}

interface Row {
  readonly company_id: string;
  readonly user_id: string;
  readonly points: number;
  readonly shown: 'name' | 'alias';
  readonly traits: string | null;
}

const PAGE = 5_000;

/**
 * The one place where rankings read whom they show: a member who is hidden is in none of its answers, and so in no
 * place, no count and no neighbourhood.
 */
export function createStandingReads(context: StandingsContext, group: Group): StandingReads {
  const { tenant, reader, playbook, pseudonymOf } = context;
  const { scope, companyId, shared, period } = group;
  const shown = shownAs(playbook.privacy);
  const traits = scope === 'region' ? sql`u.traits` : sql`null`;

  const select = (narrowed: RawBuilder<unknown>, end: RawBuilder<unknown>) =>
    sql<Row>`select s.company_id, s.user_id, s.points, ${shown} as shown, ${traits} as traits
      from members m
      join standings s on s.tenant_id = m.tenant_id and s.company_id = m.company_id and s.period = ${period} and s.user_id = m.user_id
      left join preferences p on p.tenant_id = m.tenant_id and p.company_id = m.company_id and p.user_id = m.user_id
      ${scope === 'region' ? sql`left join users u on u.tenant_id = m.tenant_id and u.user_id = m.user_id` : sql``}
      where m.tenant_id = ${tenant} and s.points > 0 and ${shown} <> 'hidden'
      ${scope === 'vendor' ? sql`` : sql`and m.company_id = ${companyId}`}
      ${scope === 'role' ? sql`and coalesce(m.role, '') = ${shared ?? ''}` : sql``}
      and ${narrowed} ${end}`;

  const visible = (rows: readonly Row[]): VisibleStanding[] =>
    rows.flatMap((row) => {
      if (scope === 'region' && regionIn(row.traits) !== shared) return [];
      return [{ key: keyOf(row), userId: row.user_id, points: row.points }];
    });

  function keyOf(row: Row): string {
    if (scope === 'vendor') return pseudonymOf('vendor', row.company_id, row.user_id);
    return row.shown === 'alias' ? pseudonymOf('company', row.company_id, row.user_id) : row.user_id;
  }

  async function* all(): AsyncGenerator<VisibleStanding[]> {
    let after: Row | undefined;
    for (;;) {
      const beyond =
        after === undefined
          ? sql`true`
          : sql`(m.company_id, m.user_id) > (${after.company_id}, ${after.user_id})`;
      const { rows } = await select(
        beyond,
        sql`order by m.company_id, m.user_id limit ${sql.lit(PAGE)}`,
      ).execute(reader.kysely);
      yield visible(rows);
      after = rows.at(-1);
      if (rows.length < PAGE) return;
      // A long list does not hold up those who ask for something else.
      await new Promise(setImmediate);
    }
  }

  return {
    all,
    async of(members) {
      const pairs = members.map(([company, user]) => sql`(${company}, ${user})`);
      const { rows } = await select(
        sql`(m.company_id, m.user_id) in (values ${sql.join(pairs)})`,
        sql``,
      ).execute(reader.kysely);
      return visible(rows);
    },
    keysOf: (company, user) =>
      scope === 'vendor'
        ? [pseudonymOf('vendor', company, user)]
        : [user, pseudonymOf('company', company, user)],
  };
}

/** The region in a user's traits. */
export function regionIn(traits: string | null | undefined): string | null {
  if (traits === null || traits === undefined) return null;
  const { region } = JSON.parse(traits) as { region?: unknown };
  return typeof region === 'string' && region !== '' ? region : null;
}
