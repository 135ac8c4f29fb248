import type { PushTarget } from '@waymark/contracts';
import type { Fact } from '@waymark/engine';
import type { Own, PushRow } from '../storage/tables.js';

/** Name of the event under which it stands in the log that an operator has sent a campaign. */
export const PUSH = '$push';
/** Begins the ids of such events. */
export const PUSHED = 'hub:push:';

/** The row of a fact of the hub that says so, null for any other; recorder and verifier make it by this same function. */
export function pushRow(
  { id, event, companyId, userId, timestamp, properties }: Fact,
  position: number,
): Own<PushRow> | null {
  if (event !== PUSH) return null;
  const { campaignId, audience = '', operator = '' } = properties;
  return {
    event_id: id,
    campaign_id: String(campaignId),
    company_id: companyId,
    user_id: userId,
    audience: String(audience),
    operator: String(operator),
    pushed_at: timestamp,
    ms: Date.parse(timestamp),
    position,
  };
}

/** To whom it was sent. */
export function targetOf({
  company_id,
  user_id,
  audience,
}: Pick<PushRow, 'company_id' | 'user_id' | 'audience'>): PushTarget {
  if (user_id !== '') return { companyId: company_id, userId: user_id };
  return audience === '' ? 'everybody' : { audience };
}
