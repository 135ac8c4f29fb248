import * as v from 'valibot';
import { slugSchema } from '../identifier.js';
import { localizedSchema } from '../localized.js';
import { withinSchema } from '../whole.js';

const times = withinSchema(1, 1_000);
const hours = withinSchema(1, 8_760);
const days = withinSchema(1, 366);

/** Schema of {@link Frequency}. */
export const frequencySchema = v.strictObject({
  /** Most impressions one person ever gets. */
  max: v.optional(times),
  /** Most impressions in any stretch of so many days. */
  per: v.optional(v.strictObject({ times, days })),
  /** Least time between two impressions. */
  every: v.optional(v.strictObject({ hours })),
  /** When it comes again to whoever dismissed it; never where nothing is said. */
  afterDismissal: v.optional(v.strictObject({ days })),
  /** How long "later" is; 24 hours where nothing is said. */
  snooze: v.optional(v.strictObject({ hours })),
});

/** How often a person meets one campaign. Whoever completed it never meets it again. */
export type Frequency = v.InferOutput<typeof frequencySchema>;

/** Schema of {@link LimitGroup}. */
export const limitGroupSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  /** Which campaigns share it: all there are, or those that name it (without a word). */
  of: v.optional(v.picklist(['named', 'all'])),
  limits: v.pipe(
    v.array(v.strictObject({ by: v.picklist(['user', 'company']), times, hours })),
    v.minLength(1, 'expected at least one limit'),
    v.maxLength(4, 'expected at most 4 limits'),
  ),
});

/** Most impressions of several campaigns together, whatever their kinds, in any stretch of so many hours. */
export type LimitGroup = v.InferOutput<typeof limitGroupSchema>;
