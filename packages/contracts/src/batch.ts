import * as v from 'valibot';
import type { Event } from './event.js';
import { idSchema } from './identifier.js';
import { parseWith } from './parse.js';
import type { ErrorCode, Parsed, Problem } from './problem.js';

/** What a collector posts: plain-text JSON, so that a browser needs no preflight for it. */
export interface Batch {
  /** The vendor's public key; says whose hub space the events are for, and proves nothing. */
  readonly key: string;
  /** The user's short JWT, when the vendor's page has one. Never in a URL. */
  readonly token?: string | undefined;
  /** Stable over retries of the same batch. */
  readonly batchId?: string | undefined;
  /** The sender's clock when it sent, ISO 8601; against the receiver's clock it tells the skew. */
  readonly sentAt?: string | undefined;
  /** What the sender had to give up since its last batch, by reason. */
  readonly dropped?: { readonly [reason: string]: number } | undefined;
  readonly events: readonly Event[];
}

/** A batch whose envelope is right and whose events are still to be checked one by one. */
export interface BatchEnvelope extends Omit<Batch, 'events'> {
  readonly events: readonly unknown[];
}

/** What became of one event. `duplicate` means it was there already: as good as accepted. */
export type Verdict =
  | {
      readonly id: string;
      readonly status: 'accepted' | 'duplicate';
      /** It came too late to be scored: it is kept, and that is all. */
      readonly late?: boolean | undefined;
    }
  | {
      readonly id: string | null;
      readonly status: 'rejected';
      readonly code: ErrorCode;
      /** `events[3].timestamp: expected …, got …` */
      readonly message: string;
      readonly problems?: readonly Problem[];
    };

/** The answer to a batch, sent only after its accepted events are on disk; one verdict an event, in their order. */
export interface BatchAnswer {
  readonly verdicts: readonly Verdict[];
}

/** Most events a hub takes in one batch. */
export const BATCH_EVENTS_LIMIT = 1_000;

const batchEnvelopeSchema = v.object({
  key: idSchema,
  token: v.optional(v.pipe(v.string(), v.maxLength(4_096, 'expected at most 4096 characters'))),
  batchId: v.optional(idSchema),
  sentAt: v.optional(v.pipe(v.string(), v.maxLength(64, 'expected at most 64 characters'))),
  dropped: v.optional(v.record(v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
  events: v.pipe(
    v.array(v.unknown()),
    v.maxLength(BATCH_EVENTS_LIMIT, `expected at most ${BATCH_EVENTS_LIMIT} events`),
  ),
});

/** Checks the envelope of a batch; its events are checked one by one, so that one bad one spoils no other. */
export function parseBatch(input: unknown): Parsed<BatchEnvelope> {
  return parseWith(batchEnvelopeSchema, input);
}
