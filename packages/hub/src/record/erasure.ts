import { randomUUID } from 'node:crypto';
import type { Event } from '@waymark/contracts';
import { companyGrowthOf, LIFETIME } from '@waymark/engine';
import { redemptionsOf } from '../read/redemptions.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import { idsOfPerson, type RelocationReads } from './known-relocations.js';
import { MEMBER_TABLES } from './member-tables.js';
import { ownCommit, ownRow } from './own-fact.js';
import type { RedemptionLeft } from './redemption-row.js';
import { type Commit, memberKey } from './request.js';

/** Whom to erase, and who says so. */
export interface ErasureRequest {
  readonly userId: string;
  readonly operator: string;
  readonly reason: string;
  /** The hub's clock, ISO 8601. */
  readonly at: string;
}

/** What an erasure took away. */
export interface ErasureAnswer {
  readonly events: number;
  readonly companies: readonly string[];
  /** All ids of the person: those that were merged are one. */
  readonly userIds: readonly string[];
  readonly commit: Commit | null;
}

/** Name of the event under which an erasure stands in the log; it does not say of whom. */
const ERASURE = '$erasure';
/**
 * What stays of an erased person's events: that there were some, so that none of them comes in a second time. Of a
 * redemption also what was taken, so that it is not there to be taken again.
 */
const NOTHING = '{}';
/** Also what stays where a member is valued anew: places in settled windows, what was made void, and the person. */
const TABLES = [...MEMBER_TABLES, 'placements', 'voids', 'users'] as const;

interface Place {
  readonly relocations: RelocationReads;
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly playbookVersion: number;
}

/**
 * Takes a person out of every table, so that log and state still agree. What a database file keeps of rows that are gone
 * until it uses their space again is the database's: SQLite gives it up at VACUUM.
 */
export function erase(place: Place, request: ErasureRequest): Promise<ErasureAnswer> {
  return place.log.transaction(() => eraseIn(place, request));
}

async function eraseIn(
  { session: { kysely }, log, tenant, playbookVersion, relocations }: Place,
  { userId: named, operator, reason, at }: ErasureRequest,
): Promise<ErasureAnswer> {
  const companies = new Set<string>();
  const moves = await relocations(kysely);
  const userIds = idsOfPerson(moves, named);
  const rows = await kysely
    .selectFrom('log')
    .select(['company_id', ({ fn }) => fn.countAll<number>().as('events')])
    .where('tenant_id', '=', tenant)
    .where('user_id', 'in', userIds)
    .groupBy('company_id')
    .execute();
  for (const { company_id } of rows) companies.add(company_id);
  const isKnown = await kysely
    .selectFrom('users')
    .select('user_id')
    .where('tenant_id', '=', tenant)
    .where('user_id', 'in', userIds)
    .executeTakeFirst();
  if (rows.length === 0 && isKnown === undefined) return { events: 0, companies: [], userIds, commit: null };

  const lifetimes = await kysely
    .selectFrom('cells')
    .select(['company_id', 'cell'])
    .where('tenant_id', '=', tenant)
    .where('user_id', 'in', userIds)
    .where('span', '=', LIFETIME)
    .execute();
  for (const { company_id } of lifetimes) companies.add(company_id);
  await log.write({
    companies: lifetimes
      .map(({ company_id, cell }) => ({
        company_id,
        growth: -companyGrowthOf({ [LIFETIME]: JSON.parse(cell) }),
      }))
      .filter(({ company_id, growth }) => company_id !== '' && growth !== 0),
  });
  const taken = [];
  for (const companyId of companies) {
    for (const one of userIds)
      taken.push(...(await redemptionsOf(kysely, tenant, { companyId, userId: one })));
  }
  for (const table of TABLES) {
    await kysely
      .deleteFrom(table as 'users')
      .where('tenant_id', '=', tenant)
      .where('user_id', 'in', userIds)
      .execute();
  }
  const blank = kysely
    .updateTable('log')
    .set({ user_id: null, role: null, body: NOTHING, source: 'erased', sent_at: null, traits: null })
    .where('tenant_id', '=', tenant);
  await blank.where('user_id', 'in', userIds).execute();
  await forgetMoves();

  await log.write({
    redemptions: taken.map(({ tenant_id: _, fulfilled: __, ...row }) => ({
      ...row,
      user_id: '',
      redeemed_at: '',
    })),
  });
  for (const { event_id, reward_id, currency, amount } of taken) {
    const redeemed: RedemptionLeft = { reward_id, currency, amount };
    await kysely
      .updateTable('log')
      .set({ body: JSON.stringify({ redeemed }) })
      .where('tenant_id', '=', tenant)
      .where('event_id', '=', event_id)
      .execute();
  }

  const position = (await log.head()) + 1;
  const event: Event = {
    id: `hub:${randomUUID()}`,
    type: 'track',
    event: ERASURE,
    timestamp: at,
    properties: { operator, reason },
  };
  await log.write({ log: [ownRow({ event, companyId: '', position, at, playbookVersion })] });
  const members = [...companies].flatMap((companyId) =>
    userIds.map((userId) => memberKey(companyId, userId)),
  );
  return {
    userIds,
    events: rows.reduce((sum, { events }) => sum + events, 0),
    companies: [...companies],
    commit: {
      ...ownCommit([position, position], members, companies),
      meeting: [...companies],
      isAnew: true,
    },
  };

  /** Also where it was said of somebody else that they were this person, and is no longer so. */
  async function forgetMoves(): Promise<void> {
    const eventIds = moves.rows
      .filter(({ user_id, to_user_id }) => userIds.includes(user_id) || userIds.includes(to_user_id))
      .map(({ event_id }) => event_id);
    if (eventIds.length === 0) return;
    await blank.where('event_id', 'in', eventIds).execute();
    await kysely
      .deleteFrom('relocations')
      .where('tenant_id', '=', tenant)
      .where('event_id', 'in', eventIds)
      .execute();
  }
}
