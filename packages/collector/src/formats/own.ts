import type { BatchAnswer } from '@waymark/contracts';
import type { EventVerdict, Format } from '../format.js';

/** Waymark's own batch: plain-text JSON with key and token in the body, so that no preflight is needed. */
export const own = (): Format => ({
  encode: (events, envelope) => JSON.stringify({ ...envelope, events }),
  verdicts: (body) => (JSON.parse(body) as BatchAnswer).verdicts as unknown as EventVerdict[],
});
