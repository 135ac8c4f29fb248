import type { Redemption, Reward } from '@waymark/contracts';
import type { Kysely } from 'kysely';
import type { RedemptionRow, Tables } from '../storage/tables.js';
import type { Member } from './context.js';

/** Redemptions that stand: one that a `$refund` or `$void` took back does not. */
function standing(view: Kysely<Tables>, tenant: string) {
  return view
    .selectFrom('redemptions')
    .leftJoin('voids', (join) =>
      join
        .onRef('voids.tenant_id', '=', 'redemptions.tenant_id')
        .onRef('voids.event_id', '=', 'redemptions.event_id'),
    )
    .leftJoin('fulfillments', (join) =>
      join
        .onRef('fulfillments.tenant_id', '=', 'redemptions.tenant_id')
        .onRef('fulfillments.event_id', '=', 'redemptions.event_id')
        .onRef('fulfillments.company_id', '=', 'redemptions.company_id')
        .onRef('fulfillments.user_id', '=', 'redemptions.user_id'),
    )
    .where('redemptions.tenant_id', '=', tenant)
    .where('voids.event_id', 'is', null);
}

/** A redemption that stands, with the position of what says that it was handed over. */
export type StandingRedemption = RedemptionRow & { readonly fulfilled: number | null };

/**
 * How many of each reward that has a stock are taken, by everybody together, those who were erased among them. Of others
 * nobody counts: there may be any number.
 */
export async function takenOf(
  view: Kysely<Tables>,
  tenant: string,
  rewards: readonly Pick<Reward, 'id' | 'stock'>[],
): Promise<Map<string, number>> {
  const ids = rewards.flatMap(({ id, stock }) => (stock === undefined ? [] : [id]));
  if (ids.length === 0) return new Map();
  const rows = await standing(view, tenant)
    .select(({ fn }) => ['redemptions.reward_id', fn.countAll<number>().as('taken')])
    .where('redemptions.reward_id', 'in', ids)
    .groupBy('redemptions.reward_id')
    .execute();
  return new Map(rows.map(({ reward_id, taken }) => [reward_id, Number(taken)]));
}

/** A member's own redemptions that stand, newest first. */
export async function redemptionsOf(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
): Promise<StandingRedemption[]> {
  return standing(view, tenant)
    .selectAll('redemptions')
    .select('fulfillments.position as fulfilled')
    .where('redemptions.company_id', '=', companyId)
    .where('redemptions.user_id', '=', userId)
    .orderBy('redemptions.position', 'desc')
    .execute();
}

/** The position of what says that a redemption was handed over; null where nothing does. */
export async function fulfilledAt(
  view: Kysely<Tables>,
  tenant: string,
  { event_id, company_id, user_id }: Pick<RedemptionRow, 'event_id' | 'company_id' | 'user_id'>,
): Promise<number | null> {
  const row = await view
    .selectFrom('fulfillments')
    .select('position')
    .where('tenant_id', '=', tenant)
    .where('event_id', '=', event_id)
    .where('company_id', '=', company_id)
    .where('user_id', '=', user_id)
    .executeTakeFirst();
  return row?.position ?? null;
}

/** Redemptions after a position that are to be handed over, oldest first; those of people who were erased are nobody's any more. */
export async function redemptionsAfter(
  view: Kysely<Tables>,
  tenant: string,
  position: number,
  limit: number,
): Promise<StandingRedemption[]> {
  return standing(view, tenant)
    .selectAll('redemptions')
    .select('fulfillments.position as fulfilled')
    .where('redemptions.position', '>', position)
    .where('redemptions.user_id', '<>', '')
    .where('fulfillments.event_id', 'is', null)
    .orderBy('redemptions.position')
    .limit(limit)
    .execute();
}

/** Whether anybody redeemed anything, or had it refunded, after a position. */
export async function hasRedeemedSince(
  view: Kysely<Tables>,
  tenant: string,
  position: number,
): Promise<boolean> {
  const redeemed = await view
    .selectFrom('redemptions')
    .select('position')
    .where('tenant_id', '=', tenant)
    .where('position', '>', position)
    .limit(1)
    .executeTakeFirst();
  if (redeemed !== undefined) return true;
  const refunded = await view
    .selectFrom('redemptions')
    .innerJoin('voids', (join) =>
      join
        .onRef('voids.tenant_id', '=', 'redemptions.tenant_id')
        .onRef('voids.event_id', '=', 'redemptions.event_id'),
    )
    .select('voids.position')
    .where('redemptions.tenant_id', '=', tenant)
    .where('voids.position', '>', position)
    .limit(1)
    .executeTakeFirst();
  return refunded !== undefined;
}

/** A row as people and servers see it. */
export function redemptionOf({
  event_id,
  reward_id,
  currency,
  amount,
  redeemed_at,
  fulfilled,
}: Pick<
  StandingRedemption,
  'event_id' | 'reward_id' | 'currency' | 'amount' | 'redeemed_at' | 'fulfilled'
>): Redemption {
  return {
    id: event_id,
    rewardId: reward_id,
    currency,
    amount,
    at: redeemed_at,
    fulfilled: fulfilled !== null,
  };
}
