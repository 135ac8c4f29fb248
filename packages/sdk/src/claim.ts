import type { Deliveries } from '@waymark/contracts';
import { ask } from './ask.js';
import type { TokenSource } from './token.js';

/**
 * Asks the hub whether campaigns may be shown. A claim keeps its id until the hub has decided it, so that one whose answer
 * was lost on the way is not counted twice. What the hub says instead of a grant is handed to `onDeliveries`.
 */
export function createClaim(
  endpoint: string,
  token: TokenSource | undefined,
  onDeliveries: (campaigns: Deliveries) => void,
): (campaignId: string) => Promise<boolean> {
  const claims = new Map<string, string>();
  return async (campaignId) => {
    const id = claims.get(campaignId) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
    claims.set(campaignId, id);
    try {
      const { body, error } = await ask('POST', `${endpoint}/v1/claims`, token, { campaignId, id });
      if (error !== null) return false;
      claims.delete(campaignId);
      if (body.campaigns) onDeliveries(body.campaigns);
      return body.granted === true;
    } catch {
      return false;
    }
  };
}
