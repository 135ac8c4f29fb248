import { BATCH_EVENTS_LIMIT, type BatchAnswer, isTimestamp, type Parsed } from '@waymark/contracts';
import type { FastifyReply } from 'fastify';
import { givenNames } from '../intake/given-names.js';
import type { Intake } from '../intake/intake.js';
import type { RecordRequest } from '../record/request.js';
import { Busy } from '../record/writer.js';
import type { HubContext } from './context.js';
import { valueIn } from './parsed.js';
import { comeAgain, notWritten, Refusal } from './refusal.js';

/** When a batch came, and by which door. */
interface Arrival {
  readonly clock: number;
  readonly sentAt: string | undefined;
  readonly source: NonNullable<RecordRequest['source']>;
}

/** Records what was let in, and answers once it is on disk. */
export async function answerTo(
  intake: Intake,
  { clock, sentAt, source }: Arrival,
  reply: FastifyReply,
  { rejections, settings, writer }: HubContext,
): Promise<BatchAnswer> {
  const outcomes = await writer
    .record({
      events: intake.admitted,
      receivedAt: new Date(clock).toISOString(),
      sentAt: sentAt !== undefined && isTimestamp(sentAt) ? sentAt : null,
      source,
      names: givenNames(intake.admitted, settings.nameOf),
    })
    .catch((error: unknown) => {
      if (error instanceof Busy) throw comeAgain(1, error.message);
      return notWritten(
        settings.onError,
        'The hub cannot write for the moment. Nothing of this batch is kept; send it again.',
      )(error);
    });
  const verdicts = intake.settle(outcomes);
  rejections.tell(verdicts.filter(({ status }) => status === 'rejected'));
  reply.header('cache-control', 'no-store');
  return { verdicts };
}

/** The envelope, or a {@link Refusal} that says what is wrong with it. */
export function envelopeIn<T>(parsed: Parsed<T>): T {
  return valueIn(parsed, 'invalid_batch', 'the batch');
}

/** Refuses a batch of more events than are read at once, before any of them is. */
export function requireFew(events: unknown): void {
  if (!Array.isArray(events) || events.length <= BATCH_EVENTS_LIMIT) return;
  throw new Refusal(
    413,
    'too_large',
    `Expected at most ${BATCH_EVENTS_LIMIT} events in a batch, got ${events.length}.`,
  );
}
