import * as v from 'valibot';
import { isTimestamp } from './event.js';
import { withinSchema } from './whole.js';

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

/** Schema of {@link Hours}. */
export const hoursSchema = v.pipe(
  v.strictObject({
    /** Days of the week, 1 (Monday) to 7 (Sunday). */
    days: v.optional(v.pipe(v.array(withinSchema(1, 7)), v.minLength(1, 'expected at least one day'))),
    /** The first hour, 0 to 23. */
    from: v.optional(withinSchema(0, 23)),
    /** The hour before which it ends, 1 to 24; one before `from` means past midnight. */
    until: v.optional(withinSchema(1, 24)),
  }),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from = 0, until = 24 }) => from !== until,
      'expected another hour than `from`',
    ),
    ['until'],
  ),
);

/** Days of the week and hours of the day in which something counts, by the person's own clock. */
export type Hours = v.InferOutput<typeof hoursSchema>;

/** Schema of what a fact must come from: `server` keeps out what a browser says. */
export const trustSchema = v.picklist(['server']);
