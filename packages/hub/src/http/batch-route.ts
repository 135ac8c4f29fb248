import { type BatchAnswer, type BatchEnvelope, parseBatch } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { sameSecret } from '../identity/keys.js';
import type { Claims } from '../identity/token.js';
import { takeIn } from '../intake/intake.js';
import { DAY_MS } from '../read/local-day.js';
import { claimsOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { answerTo, envelopeIn, requireFew } from './record-batch.js';
import { Refusal } from './refusal.js';

/** `POST /v1/batch`: answered when the accepted events are on disk. */
export function batchRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings } = context;

  scope.post('/batch', async (request, reply): Promise<BatchAnswer> => {
    const batch = envelopeOf(request.body, request.headers['content-encoding'], keys.publicKey);
    const clock = settings.now();
    const claims = await bearerOf(batch, clock);
    if (claims !== null) await context.remember(claims);
    const intake = takeIn(batch.events, {
      now: clock,
      claims,
      identity: settings.identity,
      lateAfterMs: settings.lateAfterDays === null ? null : settings.lateAfterDays * DAY_MS,
      nameOf: (i) => `events[${i}]`,
    });
    return answerTo(intake, { clock, sentAt: batch.sentAt, source: 'browser' }, reply, context);
  });

  async function bearerOf({ token }: BatchEnvelope, clock: number): Promise<Claims | null> {
    if (token !== undefined) return claimsOf(token, keys.signingKey, clock);
    if (settings.identity === 'claimed') return null;
    throw new Refusal(
      401,
      'missing_token',
      'Expected `token` in the batch: this hub takes only events of users who are proven.',
    );
  }
}

function envelopeOf(body: unknown, encoding: string | undefined, publicKey: string): BatchEnvelope {
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal(415, 'invalid_json', `Expected a body without content encoding, got "${encoding}".`);
  }
  const input = jsonIn(body);
  const key =
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? (input as { key?: unknown }).key
      : null;
  if (key === undefined || key === '') {
    throw new Refusal(401, 'missing_key', "Expected `key` in the body: the hub's public key.");
  }
  requireFew((input as { events?: unknown } | null)?.events);
  const parsed = envelopeIn(parseBatch(input));
  if (!sameSecret(parsed.key, publicKey)) {
    throw new Refusal(401, 'unknown_key', 'The key in the body is not known to this hub.');
  }
  return parsed;
}
