import * as v from 'valibot';
import { CORRECTIONS } from './correction.js';
import { idSchema } from './identifier.js';
import { REDEMPTION } from './redemption.js';

/** Schema of the name of an event that something listens to; corrections are no events. */
export const eventNameSchema = v.pipe(
  v.string(),
  v.minLength(1, 'expected the name of an event'),
  v.maxLength(200),
  v.check((name) => !CORRECTIONS.includes(name), 'expected an event, got a correction'),
  v.check((name) => name !== REDEMPTION, 'expected an event, got a redemption'),
);

/** Schema of {@link Period}. */
export const periodSchema = v.picklist(['day', 'week', 'month', 'lifetime']);

/** Schema of {@link Measure}. */
export const measureSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('count') }),
  v.strictObject({ kind: v.literal('sum'), of: idSchema }),
  v.strictObject({ kind: v.literal('distinct'), of: idSchema }),
]);

/** Schema of {@link Outcome}. */
export const outcomeSchema = v.picklist(['activation', 'adoption', 'value', 'advocacy', 'renewal']);

/** What a period of a rule's limit can be, in the person's local calendar; weeks are ISO weeks. */
export type Period = v.InferOutput<typeof periodSchema>;
/** How matching events add up: how many, the sum of a property, or how many different values of one. */
export type Measure = v.InferOutput<typeof measureSchema>;
/** The good that a vendor sees in what is rewarded. */
export type Outcome = v.InferOutput<typeof outcomeSchema>;
