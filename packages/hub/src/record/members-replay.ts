import { companyGrowthOf, type Homes, LIFETIME, type MemberId, type Unsettled } from '@waymark/engine';
import type { Kysely } from 'kysely';
import type { Changes } from '../storage/log.js';
import { STORED, type StoredRow } from '../storage/log-rows.js';
import type { Tables } from '../storage/tables.js';
import { MEMBER_TABLES } from './member-tables.js';
import { createReplay } from './replay.js';
import type { StoredFacts } from './stored-facts.js';

/** More than this would hold up everybody's writing for seconds. */
const REPLAY_LIMIT = 100_000;

const AT_ONCE = 500;

interface Place {
  readonly view: Kysely<Tables>;
  readonly tenant: string;
  readonly stored: StoredFacts;
}

/**
 * Values everything anew that counts for some members, from the log, and takes away what was kept of them: what is to be
 * written instead. Throws a `RangeError` where that is too much for one transaction.
 */
export async function replayMembers(
  { view, tenant, stored }: Place,
  homes: Homes,
  { homes: concerned, sources }: Unsettled,
): Promise<Partial<Changes>> {
  const rows = await rowsOf({ view, tenant }, [...sources.values()]);
  const replay = createReplay(homes, stored, stored.programOf);
  for (const row of rows) await replay.take(row);
  const { companies, ...changes } = replay.tally.changes();
  const growths = new Map(companies.map(({ company_id, growth }) => [company_id, growth]));
  for (const { companyId, userId } of concerned.values()) {
    const lifetime = await view
      .selectFrom('cells')
      .select('cell')
      .where('tenant_id', '=', tenant)
      .where('company_id', '=', companyId)
      .where('user_id', '=', userId)
      .where('span', '=', LIFETIME)
      .executeTakeFirst();
    const brought = lifetime === undefined ? 0 : companyGrowthOf({ [LIFETIME]: JSON.parse(lifetime.cell) });
    if (companyId !== '') growths.set(companyId, (growths.get(companyId) ?? 0) - brought);
    for (const table of MEMBER_TABLES) {
      await view
        .deleteFrom(table as 'members')
        .where('tenant_id', '=', tenant)
        .where('company_id', '=', companyId)
        .where('user_id', '=', userId)
        .execute();
    }
  }
  return {
    ...changes,
    // All of it was taken away before.
    emptied: [],
    lost: [],
    unmade: [],
    pushes: replay.pushes,
    preferences: replay.preferences(),
    companies: [...growths]
      .filter(([, growth]) => growth !== 0)
      .map(([company_id, growth]) => ({ company_id, growth })),
  };
}

/** The rows of the log that are stamped with some members, in the log's order. */
export async function rowsOf(
  { view, tenant }: Omit<Place, 'stored'>,
  members: readonly MemberId[],
  before = Number.MAX_SAFE_INTEGER,
): Promise<StoredRow[]> {
  const byCompany = new Map<string, string[]>();
  for (const { companyId, userId } of members) {
    const users = byCompany.get(companyId);
    if (users === undefined) byCompany.set(companyId, [userId]);
    else users.push(userId);
  }
  const rows: StoredRow[] = [];
  for (const [companyId, users] of byCompany) {
    for (let i = 0; i < users.length; i += AT_ONCE) {
      const some = await view
        .selectFrom('log')
        .select(STORED)
        .where('tenant_id', '=', tenant)
        .where('company_id', '=', companyId)
        .where('user_id', 'in', users.slice(i, i + AT_ONCE))
        .where('position', '<', before)
        .limit(REPLAY_LIMIT + 1)
        .execute();
      for (const row of some) rows.push(row);
      if (rows.length > REPLAY_LIMIT) {
        throw new RangeError(
          `expected at most ${REPLAY_LIMIT} events of the people concerned, got more; move or merge fewer people at once`,
        );
      }
    }
  }
  return rows.sort((a, b) => a.position - b.position);
}
