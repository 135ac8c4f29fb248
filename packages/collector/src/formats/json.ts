import type { Event } from '@waymark/contracts';
import type { Envelope, Format } from '../format.js';

/** A format whose body is one JSON document, for endpoints that answer by status alone. */
export const json = (
  write: (events: readonly Event[], envelope: Envelope) => unknown,
  type = 'application/json',
): Format => ({
  type,
  encode: (events, envelope) => [envelope.endpoint, JSON.stringify(write(events, envelope))],
});
