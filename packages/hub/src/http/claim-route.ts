import { type ClaimAnswer, parseClaimRequest } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { NO_CAMPAIGNS } from '../campaigns/decisions.js';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { valueIn } from './parsed.js';
import { notWritten } from './refusal.js';

/**
 * `POST /v1/claims`: a browser of the token's person is about to show something. The hub decides anew and counts it, or says
 * what there is to show instead; the same `id` again is the same showing, and counts once.
 */
export function claimRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, writer, decisions, campaigns } = context;
  scope.post('/claims', async (request, reply): Promise<ClaimAnswer> => {
    const now = settings.now();
    const claims = await userOf(request, keys.signingKey, now);
    const { campaignId, id } = valueIn(parseClaimRequest(jsonIn(request.body)), 'invalid_claim', 'the claim');
    await context.remember(claims);
    reply.header('cache-control', 'no-store');
    if (campaigns.isEmpty) return { granted: false, campaigns: NO_CAMPAIGNS };
    const person = await decisions.person(claims, claims.role);
    const granted =
      person !== null &&
      (await writer
        .claim({ ...person, campaignId, id, now })
        .catch(notWritten(settings.onError, 'This could not be decided for the moment. Try again shortly.')));
    if (granted) return { granted };
    const meeting = await decisions.of(claims, claims.role);
    return { granted: false, campaigns: meeting?.campaigns ?? NO_CAMPAIGNS };
  });
}
