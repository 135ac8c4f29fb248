import { parsePreferences } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { valueIn } from './parsed.js';
import { notWritten, Refusal } from './refusal.js';

/** `PUT /v1/preferences`: what the token's person changes of their own; answers all of it as it stands then. */
export function preferencesRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, writer } = context;
  scope.put('/preferences', async (request, reply) => {
    const now = settings.now();
    const claims = await userOf(request, keys.signingKey, now);
    const change = valueIn(parsePreferences(jsonIn(request.body)), 'invalid_preferences', 'the change');
    await context.remember(claims);
    const answer = await writer
      .choose({
        companyId: claims.companyId,
        userId: claims.userId,
        change,
        at: new Date(now).toISOString(),
      })
      .catch(notWritten(settings.onError, 'This could not be kept for the moment. Try again shortly.'));
    if ('refused' in answer) throw new Refusal(409, answer.refused, answer.message);
    reply.header('cache-control', 'no-store');
    return answer.preferences;
  });
}
