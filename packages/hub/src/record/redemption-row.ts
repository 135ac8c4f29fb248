import { REDEMPTION } from '@waymark/contracts';
import { type Fact, redeemedBy } from '@waymark/engine';
import type { Own, RedemptionRow, VoidRow } from '../storage/tables.js';

/** The row of a redemption that a fact of the log tells; recorder and verifier make it by this same function. */
export function redemptionRow(fact: Fact, position: number): Own<RedemptionRow> | null {
  const redeemed = fact.event === REDEMPTION && fact.source === 'server' ? redeemedBy(fact) : null;
  if (redeemed === null) return null;
  return {
    event_id: fact.id,
    company_id: fact.companyId,
    user_id: fact.userId,
    reward_id: redeemed.reward,
    currency: redeemed.currency,
    amount: redeemed.amount,
    redeemed_at: fact.timestamp,
    position,
  };
}

/** The row of a fact that says that a redemption was handed over; the first of them stays. */
export function fulfillmentRow(fact: Fact, position: number): Own<VoidRow> | null {
  const { event, source, properties, companyId: company_id, userId: user_id } = fact;
  if (event !== '$fulfill' || source !== 'server' || typeof properties.redemptionId !== 'string') return null;
  return { event_id: properties.redemptionId, company_id, user_id, position };
}

/** What is kept of the redemption of somebody who was erased: what they took is taken all the same, by nobody. */
export type RedemptionLeft = Pick<Own<RedemptionRow>, 'reward_id' | 'currency' | 'amount'>;

/** The row that what is kept in the log leads to; null where that is nothing. */
export function redemptionLeft(
  {
    event_id,
    company_id,
    body,
  }: { readonly event_id: string; readonly company_id: string; readonly body: string },
  position: number,
): Own<RedemptionRow> | null {
  const { redeemed }: { redeemed?: RedemptionLeft } = JSON.parse(body);
  if (redeemed === undefined) return null;
  return { event_id, company_id, user_id: '', redeemed_at: '', position, ...redeemed };
}
