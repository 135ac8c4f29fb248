import * as v from 'valibot';
import { positiveSchema, withinSchema } from './whole.js';

/** Schema of {@link Expiry}. */
export const expirySchema = v.strictObject({
  /** Points count until the end of this many months after the one that they are of. */
  months: withinSchema(1, 120),
  /** How many months longer a level is worn that is no longer earned; none without a word. */
  grace: v.optional(v.strictObject({ months: withinSchema(0, 24) })),
  /** What follows the grace: the level still earned (without a word), one level lower with a grace of its own, or nothing. */
  demotion: v.optional(v.picklist(['to-earned', 'one-level', 'never'])),
  /** So many points in the full months before, as many months as points count without a word, keep the level worn. */
  keep: v.optional(v.strictObject({ points: positiveSchema, months: v.optional(withinSchema(1, 120)) })),
});

/**
 * How growth lapses and how long a level outlives it. What no month can claim never lapses: quests, and rules with a
 * limit for a lifetime; nor does what was earned before a playbook had an expiry.
 */
export type Expiry = v.InferOutput<typeof expirySchema>;
