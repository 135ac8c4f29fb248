import { randomUUID } from 'node:crypto';
import type { Event, Leagues, Playbook } from '@waymark/contracts';
import { isSettledAt, type Placement, type Player, periodAfter, windowKeys } from '@waymark/engine';
import { lastSettled, latestPlacements, placeAll, standingsIn } from '../read/league-reads.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { Own, PlacementRow, SettlementRow } from '../storage/tables.js';
import type { RelocationReads } from './known-relocations.js';
import { ownCommit, ownRow } from './own-fact.js';
import { type Commit, memberOf } from './request.js';

/** Asks for what is over to be settled. */
export interface SettlementRequest {
  /** The hub's clock, ISO 8601. */
  readonly at: string;
  /** Whether an import has just ended: what it brought is whole. */
  readonly imported?: boolean | undefined;
}

/** Names of the events under which a settled window stands in the log: once for each who played in it, and once at its end. */
export const PLACED = '$placed';
export const SETTLED = '$settled';

/** What `$placed` says; everything that a placement is made of. */
type Told = Pick<PlacementRow, 'period' | 'league' | 'rank' | 'people' | 'points' | 'next_league'>;

interface Place {
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  /** For whom what was settled before counts now. */
  readonly relocations: RelocationReads;
}

/** Where no window was ever settled, the first one is at most so many windows back. */
const WINDOWS_BACK = 26;
/** While an import goes on, what it has brought so far is not yet how a window ended. */
const IMPORT_REST_MS = 60_000;
/** What is told of a window long after it, as by the vendor's server, is settled after at most this long. */
const LOOK_AGAIN_MS = 3_600_000;
const ROWS = 2_000;

/**
 * Settles windows of leagues, one a call: under the writer's lock, so that of several hubs on one database the first one
 * does it. How it ended for each is a fact of its own, which outlives whatever later changes the standings.
 */
export function createSettling(place: Place) {
  const { session, log, tenant } = place;
  /** The last window looked at, and when: one in which nobody had points is not looked at again every minute. */
  let seen = { period: '', at: 0 };

  return async ({ at, imported = false }: SettlementRequest, playbook: Playbook): Promise<Commit | null> => {
    const { leagues } = playbook;
    if (leagues === undefined) return null;
    const now = Date.parse(at);
    const isLate = imported || now - seen.at >= LOOK_AGAIN_MS;
    if (!isLate && !isSettledAt(periodAfter(seen.period), now)) return null;
    return log.transaction(async () => {
      if (!imported && (await isImporting(place, now))) return null;
      const last = await lastSettled(session.kysely, tenant, leagues.window);
      let period = last === null ? firstPeriod(leagues.window, now) : periodAfter(last);
      for (; isSettledAt(period, now); period = periodAfter(period)) {
        const players = await playersIn(place, playbook, leagues, period);
        seen = { period, at: now };
        if (players.length > 0) return record(place, playbook, leagues, period, players, at);
      }
      return null;
    });
  };
}

function firstPeriod(window: Leagues['window'], now: number): string {
  return periodAfter(windowKeys(new Date(now).toISOString().slice(0, 10))[window], -WINDOWS_BACK);
}

async function isImporting({ session, tenant }: Place, now: number): Promise<boolean> {
  const row = await session.kysely
    .selectFrom('log')
    .select(['source', 'received_at'])
    .where('tenant_id', '=', tenant)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.source === 'import' && Math.abs(now - Date.parse(row.received_at)) < IMPORT_REST_MS;
}

/** Everybody who can be seen and has points in a window, with the league they play it in. */
async function playersIn(
  { session, tenant, relocations }: Place,
  playbook: Playbook,
  leagues: Leagues,
  period: string,
): Promise<Player[]> {
  const { kysely } = session;
  const standings = await standingsIn({ tenant, reader: session, playbook }, null, period);
  if (standings.length === 0) return [];
  const known = await relocations(kysely);
  const before = await latestPlacements({ kysely, tenant, known }, leagues.window, period);
  return standings.map(({ key, points }) => ({ key, points, league: before.get(key)?.next_league ?? 0 }));
}

async function record(
  { log }: Place,
  { version }: Playbook,
  leagues: Leagues,
  period: string,
  players: readonly Player[],
  at: string,
): Promise<Commit> {
  const head = await log.head();
  const placed = placeAll(players, period, leagues);
  const rows = placed.map((placement, i) => placementRow(placement, period, head + 1 + i));
  const end = head + 1 + rows.length;
  const rowOf = (position: number, event: Omit<Event, 'type' | 'timestamp'>, companyId = '') =>
    ownRow({
      event: { ...event, type: 'track', timestamp: at },
      companyId,
      position,
      at,
      playbookVersion: version,
    });
  for (let i = 0; i < rows.length; i += ROWS) {
    const some = rows.slice(i, i + ROWS);
    await log.write({
      log: some.map(({ company_id, user_id, position, ...told }) =>
        rowOf(
          position,
          { id: `hub:${randomUUID()}`, event: PLACED, userId: user_id, properties: { ...told } },
          company_id,
        ),
      ),
      placements: some,
    });
  }
  await log.write({
    log: [rowOf(end, { id: `hub:settled:${period}`, event: SETTLED, properties: { period } })],
    settlements: [{ period, position: end }],
  });
  return ownCommit(
    [head + 1, end],
    placed.map(({ key }) => key),
    rows.map(({ company_id }) => company_id),
  );
}

function placementRow(
  { key, league, rank, people, points, to }: Placement,
  period: string,
  position: number,
): Own<PlacementRow> {
  const [company_id, user_id] = memberOf(key);
  return { company_id, user_id, period, league, rank, people, points, next_league: to, position };
}

/** The rows that facts of the log lead to, for who adds it up anew. */
export function createSettlements() {
  const placements: Own<PlacementRow>[] = [];
  const settlements: Own<SettlementRow>[] = [];
  return {
    placements,
    settlements,
    take(event: Event, companyId: string, position: number): void {
      if (event.event === SETTLED) {
        const { period } = event.properties as { period: string };
        settlements.push({ period, position });
      } else if (event.event === PLACED) {
        const told = event.properties as unknown as Told;
        placements.push({ company_id: companyId, user_id: event.userId ?? '', ...told, position });
      }
    },
  };
}
