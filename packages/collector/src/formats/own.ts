import type { BatchAnswer } from '@waymark/contracts';
import type { EventVerdict, Format } from '../format.js';

/** Waymark's own batch: plain-text JSON with key and token in the body, so that no preflight is needed. */
export function own(): Format {
  return {
    type: 'text/plain;charset=UTF-8',
    encode: (events, envelope) => `${JSON.stringify(envelope).slice(0, -1)},"events":[${events.join()}]}`,
    verdicts: (body) =>
      (JSON.parse(body) as BatchAnswer).verdicts.flatMap((verdict): EventVerdict[] =>
        verdict.status === 'rejected' && verdict.id
          ? [{ id: verdict.id, status: 'rejected', message: verdict.message }]
          : [],
      ),
  };
}
