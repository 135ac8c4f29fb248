import { createHash } from 'node:crypto';
import { type Event, REDEMPTION, type Redemption, type RedemptionObstacle } from '@waymark/contracts';
import {
  levelOn,
  type MemberId,
  type Program,
  payFrom,
  redemptionObstacle,
  spansOf,
  stampFact,
  walletOf,
} from '@waymark/engine';
import { localDay, localTime } from '../read/local-day.js';
import { memberRow } from '../read/member-state.js';
import { fulfilledAt, redemptionOf, redemptionsOf, takenOf } from '../read/redemptions.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { RelocationReads } from './known-relocations.js';
import { ownCommit, ownRow } from './own-fact.js';
import { type Commit, memberKey } from './request.js';
import { createTally } from './tally.js';

/** Who wants which reward. */
export interface RedeemRequest {
  readonly companyId: string;
  readonly userId: string;
  readonly rewardId: string;
  /** The same for the same wish: it is granted once. */
  readonly key: string;
  /** The hub's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** The redemption, or why there is none. */
export type RedeemAnswer =
  | { readonly redemption: Redemption; readonly commit: Commit | null }
  | { readonly refused: RedemptionObstacle | 'not_found' | 'invalid_redemption' };

interface Place {
  /** For whom it counts in the end. */
  readonly homes: RelocationReads;
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly program: Program;
}

/**
 * Decides about a wish for a reward. Only this depends on order, so it is decided once, while nobody else writes for the
 * tenant, and stands in the log from then on: with the lots that paid, so that what follows from it depends on no order
 * again. What is refused leaves no trace.
 */
export function redeem(place: Place, request: RedeemRequest): Promise<RedeemAnswer> {
  return place.log.transaction(() => redeemIn(place, request));
}

async function redeemIn(
  { session: { kysely }, log, tenant, program, homes: homesOf }: Place,
  request: RedeemRequest,
): Promise<RedeemAnswer> {
  const { playbook } = program;
  const { rewardId, key, now } = request;
  const { homes } = await homesOf(kysely);
  const { companyId, userId } = homes.of<MemberId>(request);
  const member = { companyId, userId };
  const id = idOf(companyId, userId, key);
  const before = await kysely
    .selectFrom('redemptions')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('event_id', '=', id)
    .executeTakeFirst();
  if (before?.user_id === userId && before.reward_id === rewardId) {
    const fulfilled = await fulfilledAt(kysely, tenant, before);
    return { redemption: redemptionOf({ ...before, fulfilled }), commit: null };
  }
  if (before !== undefined || (await isTaken(kysely, tenant, id))) return { refused: 'invalid_redemption' };
  const reward = playbook.rewards?.find((one) => one.id === rewardId);
  const currency = playbook.currencies?.find((one) => one.id === reward?.cost.currency);
  if (reward === undefined || currency === undefined) return { refused: 'not_found' };

  const { last_seen: lastSeen } = (await memberRow(kysely, tenant, member)) ?? {};
  const day = localDay(now, lastSeen);
  const tally = createTally();
  const keys = spansOf(day).map((span) => ({ company_id: companyId, user_id: userId, span }));
  const cells = (await log.cells(keys)).map(({ span, cell }) => [span, JSON.parse(cell)] as const);
  for (const [span, cell] of cells) tally.begin(companyId, userId, span, cell);
  const state = Object.fromEntries(cells);
  const wallet = walletOf(currency, state, day);
  const obstacle = redemptionObstacle(reward, {
    day,
    level: levelOn(state, day, playbook),
    balance: wallet.balance,
    mine: (await redemptionsOf(kysely, tenant, member)).filter(({ reward_id }) => reward_id === rewardId)
      .length,
    taken: (await takenOf(kysely, tenant, [reward])).get(rewardId) ?? 0,
  });
  const lots = obstacle === null ? payFrom(wallet, reward.cost.amount) : null;
  if (obstacle !== null || lots === null) return { refused: obstacle ?? 'not_enough' };

  const event: Event = {
    id,
    type: 'track',
    event: REDEMPTION,
    userId,
    timestamp: localTime(now, lastSeen),
    properties: { reward: rewardId, currency: currency.id, lots },
  };
  const position = (await log.head()) + 1;
  const fact = stampFact(event, { companyId, role: null, source: 'server' });
  tally.take({ position, fact }, program);
  const changes = tally.changes();
  const at = new Date(now).toISOString();
  const row = ownRow({ event, companyId, position, at, playbookVersion: playbook.version, source: 'server' });
  await log.write({ ...changes, log: [row] });
  const [granted] = changes.redemptions;
  if (granted === undefined) throw new Error('Expected a redemption to come of its own fact.');
  return {
    redemption: redemptionOf({ ...granted, fulfilled: null }),
    // Everybody in the company sees how much is left.
    commit: ownCommit([position, position], [memberKey(companyId, userId)], [companyId]),
  };
}

/** Begins the ids of redemptions. */
export const REDEEMED = 'hub:redeem:';

/** Somebody else's key leads to another id. */
function idOf(companyId: string, userId: string, key: string): string {
  const hash = createHash('sha256').update(JSON.stringify([companyId, userId, key]));
  return `${REDEEMED}${hash.digest('base64url').slice(0, 32)}`;
}

/** Whether the id stands in the log, or was refunded before it came. */
async function isTaken(kysely: Session['kysely'], tenant: string, id: string): Promise<boolean> {
  for (const table of ['log', 'voids'] as const) {
    const row = await kysely
      .selectFrom(table as 'log')
      .select('event_id')
      .where('tenant_id', '=', tenant)
      .where('event_id', '=', id)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
