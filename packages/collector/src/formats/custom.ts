import type { Format } from '../format.js';

/**
 * Any other endpoint. `encode` writes the body; `verdicts` reads a 2xx answer, tells which events were rejected, and
 * throws when it cannot be the endpoint's.
 *
 * @example
 * custom((events) => JSON.stringify({ records: events.map((event) => ({ value: event })) }));
 */
export const custom = (encode: Format['encode'], verdicts?: Format['verdicts']): Format => ({
  encode,
  verdicts,
});
