import type { Event } from '@waymark/contracts';
import type { CollectorOptions } from './options.js';
import type { Who } from './record.js';

/** What a format may write around its events. */
export interface Envelope {
  readonly key: string;
  readonly token?: string | undefined;
  /** The same for the same events, so that a receiver knows a repeated batch. */
  readonly batchId: string;
  /** Local ISO 8601 time of sending. */
  readonly sentAt: string;
  /** What was given up since the last batch, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** What became of one event, in the words of the collector. Events without a word count as `done`. */
export interface EventVerdict {
  readonly id: string;
  readonly status: 'done' | 'rejected';
  readonly message?: string;
}

/** A wire format: how a batch is written and how its answer is read. */
export interface Format {
  /** Headers of the request. Without any it is `text/plain;charset=UTF-8`, which needs no preflight. */
  readonly headers?: Readonly<{ [name: string]: string }>;
  /** Options that the endpoint calls for, unless the vendor says otherwise. */
  readonly defaults?: Pick<CollectorOptions, 'batchEvents' | 'batchBytes' | 'exit'>;
  /** Called before each batch while the page lives; the batch waits for it. */
  prepare?(): Promise<void>;
  /** Whether an event has to wait for another person. */
  withholds?(event: Event, me: Who): boolean;
  /** Writes a batch of events. */
  encode(events: readonly Event[], envelope: Envelope): string;
  /**
   * Reads the body of a 2xx answer, and throws when it cannot be the endpoint's. Without it, 2xx means that all are
   * done.
   */
  readonly verdicts?: ((body: string) => readonly EventVerdict[] | undefined) | undefined;
}
