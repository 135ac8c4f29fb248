import type { RedemptionAnswer, RedemptionObstacle } from '@waymark/contracts';
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
    const answer = await ask<RedemptionAnswer>('POST', `${endpoint}/v1/redeem`, token, { reward, key });
    // Whoever has to sign in anew, or to come again later, still wishes the same.
    const isDecided = answer.ok || (answer.status !== 401 && answer.status !== 429 && answer.status < 500);
    if (isDecided && wishes.get(reward) === key) wishes.delete(reward);
    if (answer.ok) return answer.body;
    const { code, message = '' } = answer.error;
    if (answer.status === 409) return { status: 'refused', code: code as RedemptionObstacle, message };
    throw new Error(message);
  };
}
