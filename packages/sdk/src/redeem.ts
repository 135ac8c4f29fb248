import type { RedemptionAnswer } from '@waymark/contracts';
import { ask } from './ask.js';
import type { TokenSource } from './token.js';

/**
 * Asks the hub for rewards. A wish keeps its key until the hub has decided it: an answer that was lost on the way, or a
 * second click, leads to the same redemption.
 */
export function createRedeem(
  endpoint: string,
  token: TokenSource | undefined,
): (rewardId: string) => Promise<RedemptionAnswer> {
  const wishes = new Map<string, string>();
  return async (reward) => {
    const key = wishes.get(reward) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
    wishes.set(reward, key);
    const { status, body, error } = await ask('POST', `${endpoint}/v1/redeem`, token, { reward, key });
    const isRefused = status === 409;
    if (error !== null && !isRefused) throw new Error(error.message);
    wishes.delete(reward);
    return isRefused ? { status: 'refused', ...body.error } : body;
  };
}
