import { parsePreferences } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { comeAgain, Refusal } from './refusal.js';

/** `PUT /v1/preferences`: what the token's person changes of their own; answers all of it as it stands then. */
export function preferencesRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, writer } = context;
  scope.put('/preferences', async (request, reply) => {
    const now = settings.now();
    const claims = await userOf(request, keys.signingKey, now);
    const parsed = parsePreferences(jsonIn(request.body));
    if (!parsed.ok) {
      const [{ path, message }] = parsed.problems;
      throw new Refusal(400, 'invalid_preferences', `In \`${path}\`: ${message}.`, {
        problems: parsed.problems,
      });
    }
    await context.remember(claims);
    const answer = await writer
      .choose({
        companyId: claims.companyId,
        userId: claims.userId,
        change: parsed.value,
        at: new Date(now).toISOString(),
      })
      .catch((error: unknown) => {
        settings.onError(error);
        throw comeAgain(2, 'This could not be kept for the moment. Try again shortly.');
      });
    if ('refused' in answer) throw new Refusal(409, answer.refused, answer.message);
    reply.header('cache-control', 'no-store');
    return answer.preferences;
  });
}
