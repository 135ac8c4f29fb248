import * as v from 'valibot';
import { validitySchema } from './day.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { MEDAL_GLYPHS } from './medal.js';
import { countSchema, positiveSchema } from './whole.js';

/** Schema of {@link Reward}. */
export const rewardSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: v.optional(localizedSchema),
  cost: v.strictObject({ currency: slugSchema, amount: positiveSchema }),
  /** How many there are for all people of all companies together; any number where nothing is said. */
  stock: v.optional(countSchema),
  /** How many one person may have. */
  perPerson: v.optional(positiveSchema),
  /** Index of the level that a person needs. */
  level: v.optional(countSchema),
  /** Local days on which it can be redeemed. */
  valid: v.optional(validitySchema),
  /** What is drawn on it. */
  glyph: v.optional(v.picklist(MEDAL_GLYPHS)),
});

/** What a currency can be spent on. */
export type Reward = v.InferOutput<typeof rewardSchema>;
