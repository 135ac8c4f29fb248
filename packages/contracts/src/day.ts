import * as v from 'valibot';
import { isTimestamp } from './event.js';

/** Schema of a local day that exists, as text: `2026-08-22`. */
export const daySchema = v.pipe(
  v.string(),
  v.check((text) => isTimestamp(`${text}T00:00:00Z`), 'expected a day, for example "2026-08-22"'),
);

/** Schema of {@link Validity}. */
export const validitySchema = v.pipe(
  v.strictObject({ from: v.optional(daySchema), until: v.optional(daySchema) }),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from, until }) => from === undefined || until === undefined || from <= until,
      'expected a day not before `from`',
    ),
    ['until'],
  ),
);

/** The first and the last local day on which something counts; both are included, either may be left open. */
export type Validity = v.InferOutput<typeof validitySchema>;
