import {
  BATCH_EVENTS_LIMIT,
  type BatchAnswer,
  type BatchEnvelope,
  isTimestamp,
  parseBatch,
} from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { sameSecret } from '../identity/keys.js';
import type { Claims } from '../identity/token.js';
import { givenNames } from '../intake/given-names.js';
import { takeIn } from '../intake/intake.js';
import { Busy } from '../record/writer.js';
import { claimsOf } from './bearer.js';
import type { HubContext } from './context.js';
import { comeAgain, Refusal } from './refusal.js';

/** `POST /v1/batch`: answered when the accepted events are on disk. */
export function batchRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, rejections } = context;

  scope.post('/batch', async (request, reply): Promise<BatchAnswer> => {
    const batch = envelopeOf(request.body, request.headers['content-encoding'], keys.publicKey);
    const clock = settings.now();
    const claims = await bearerOf(batch, clock);
    if (claims !== null) await context.remember(claims);
    const intake = takeIn(batch.events, {
      now: clock,
      claims,
      identity: settings.identity,
      nameOf: (i) => `events[${i}]`,
    });
    const outcomes = await context.writer
      .record({
        events: intake.admitted,
        receivedAt: new Date(clock).toISOString(),
        sentAt: batch.sentAt !== undefined && isTimestamp(batch.sentAt) ? batch.sentAt : null,
        names: givenNames(intake.admitted, settings.nameOf),
      })
      .catch((error: unknown) => {
        if (error instanceof Busy) throw comeAgain(1, error.message);
        settings.onError(error);
        throw comeAgain(
          2,
          'The hub cannot write for the moment. Nothing of this batch is kept; send it again.',
        );
      });
    const verdicts = intake.settle(outcomes);
    rejections.tell(verdicts.filter(({ status }) => status === 'rejected'));
    reply.header('cache-control', 'no-store');
    return { verdicts };
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
  const input = parseJson(typeof body === 'string' ? body : '');
  const key =
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? (input as { key?: unknown }).key
      : null;
  if (key === undefined || key === '') {
    throw new Refusal(401, 'missing_key', "Expected `key` in the body: the hub's public key.");
  }
  const events = (input as { events?: unknown } | null)?.events;
  if (Array.isArray(events) && events.length > BATCH_EVENTS_LIMIT) {
    throw new Refusal(
      413,
      'too_large',
      `Expected at most ${BATCH_EVENTS_LIMIT} events in a batch, got ${events.length}.`,
    );
  }
  const parsed = parseEnvelope(input);
  if (!sameSecret(parsed.key, publicKey)) {
    throw new Refusal(401, 'unknown_key', 'The key in the body is not known to this hub.');
  }
  return parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, 'invalid_json', `Expected the body to be JSON: ${(error as Error).message}`);
  }
}

function parseEnvelope(input: unknown): BatchEnvelope {
  let parsed: ReturnType<typeof parseBatch>;
  try {
    parsed = parseBatch(input);
  } catch {
    // Describing a fault that is nested a hundred thousand deep exhausts the stack.
    throw new Refusal(400, 'invalid_batch', 'Expected a batch, got something nested too deep to describe.');
  }
  if (parsed.ok) return parsed.value;
  const [first] = parsed.problems;
  const where = first.path === '' ? 'the batch' : `\`${first.path}\``;
  throw new Refusal(400, 'invalid_batch', `In ${where}: ${first.message}.`, { problems: parsed.problems });
}
