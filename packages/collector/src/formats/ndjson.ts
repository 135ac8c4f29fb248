import type { Format } from '../format.js';

/** One event a line: for log shippers and databases that take NDJSON. Who may write is for `headers` to say. */
export const ndjson = (): Format => ({
  headers: { 'content-type': 'application/x-ndjson' },
  encode: (events) => events.map((event) => `${JSON.stringify(event)}\n`).join(''),
});
