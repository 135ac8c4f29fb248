import * as v from 'valibot';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { withinSchema } from './whole.js';

/** Schema of {@link Currency}. */
export const currencySchema = v.strictObject({
  id: v.pipe(
    slugSchema,
    v.check((id) => id !== 'growth', 'expected another id than "growth", which is never spent'),
  ),
  name: localizedSchema,
  /**
   * What is earned in one month lapses together, at the end of the month so many months later; without it, nothing lapses.
   * What a rule with a lifetime limit earns has no month, and stays; so does what a quest without an end earns.
   */
  expires: v.optional(v.strictObject({ months: withinSchema(1, 120) })),
});

/** What people earn to spend it; growth is never spent. */
export type Currency = v.InferOutput<typeof currencySchema>;
