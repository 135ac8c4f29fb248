import * as v from 'valibot';
import { BATCH_EVENTS_LIMIT } from './batch.js';
import type { Event } from './event.js';
import { parseWith } from './parse.js';
import type { Parsed } from './problem.js';

/** What a vendor's server posts to `/v1/server/batch`; the secret server key travels in the header. */
export interface ServerBatch {
  /** The sender's clock when it sent, ISO 8601. */
  readonly sentAt?: string | undefined;
  readonly events: readonly Event[];
}

/** A server's batch whose envelope is right and whose events are still to be checked one by one. */
export interface ServerBatchEnvelope extends Omit<ServerBatch, 'events'> {
  readonly events: readonly unknown[];
}

const serverBatchSchema = v.object({
  sentAt: v.optional(v.pipe(v.string(), v.maxLength(64, 'expected at most 64 characters'))),
  events: v.pipe(
    v.array(v.unknown()),
    v.maxLength(BATCH_EVENTS_LIMIT, `expected at most ${BATCH_EVENTS_LIMIT} events`),
  ),
});

/** Checks the envelope of a server's batch. */
export function parseServerBatch(input: unknown): Parsed<ServerBatchEnvelope> {
  return parseWith(serverBatchSchema, input);
}
