import type { Event } from '@waymark/contracts';
import type { Envelope, EventVerdict, Format } from '../format.js';

/**
 * Any other endpoint. `encode` writes the body; `verdicts` reads a 2xx answer, tells which events were rejected, and
 * throws when it cannot be the endpoint's.
 *
 * @example
 * custom((events) => JSON.stringify({ records: events.map((event) => ({ value: event })) }));
 */
export const custom = (
  encode: (events: readonly Event[], envelope: Envelope) => string,
  verdicts?: (body: string) => readonly EventVerdict[],
  type = 'text/plain;charset=UTF-8',
): Format => ({
  type,
  encode: (events, envelope) => [envelope.endpoint, encode(events, envelope)],
  ...(verdicts && { verdicts }),
});
