import { CORRECTIONS, type Event } from '@waymark/contracts';
import { stampFact } from '@waymark/engine';

/** What views show of an event in the log: its name as rules know it, and its time as it was written. */
export interface StoredEvent {
  readonly event: string;
  readonly timestamp: string;
  /** Why somebody corrected it. */
  readonly reason?: string | undefined;
}

/** Reads the body of a row of the log. */
export function storedEvent(body: string): StoredEvent {
  const { event, timestamp, properties } = stampFact(JSON.parse(body) as Event, {
    companyId: '',
    role: null,
  });
  const reason = CORRECTIONS.includes(event) ? properties.reason : undefined;
  return typeof reason === 'string' ? { event, timestamp, reason } : { event, timestamp };
}
