import { parseRedemptionRequest, type RedemptionAnswer, type RedemptionObstacle } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { valueIn } from './parsed.js';
import { notWritten, Refusal } from './refusal.js';

const REASONS: { readonly [code in RedemptionObstacle]: string } = {
  not_yet: 'This reward cannot be redeemed yet.',
  ended: 'This reward can no longer be redeemed.',
  level_too_low: 'This reward needs a higher level.',
  limit_reached: 'You have redeemed this reward as often as one person may.',
  out_of_stock: 'Somebody was faster: none of this reward is left.',
  not_enough: 'There is not enough in your wallet for this reward.',
};

/**
 * `POST /v1/redeem`: the token's person wants a reward. It is granted or refused at once; the same `key` again is the same
 * wish, and granted once.
 */
export function redeemRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, writer } = context;
  scope.post('/redeem', async (request, reply): Promise<RedemptionAnswer> => {
    const now = settings.now();
    const claims = await userOf(request, keys.signingKey, now);
    const { reward: rewardId, key } = valueIn(
      parseRedemptionRequest(jsonIn(request.body)),
      'invalid_redemption',
      'the wish',
    );
    await context.remember(claims);
    const { companyId, userId } = claims;
    const answer = await writer
      .redeem({ companyId, userId, rewardId, key, now })
      .catch(
        notWritten(
          settings.onError,
          'This could not be decided for the moment. Nothing was spent; try again shortly.',
        ),
      );
    if (!('refused' in answer)) {
      reply.header('cache-control', 'no-store');
      return { status: 'redeemed', redemption: answer.redemption };
    }
    if (answer.refused === 'not_found') throw new Refusal(404, 'not_found', 'There is no such reward.');
    if (answer.refused === 'invalid_redemption') {
      throw new Refusal(
        400,
        'invalid_redemption',
        'Expected a `key` that is new with each wish; this one was used before.',
      );
    }
    throw new Refusal(409, answer.refused, REASONS[answer.refused]);
  });
}
