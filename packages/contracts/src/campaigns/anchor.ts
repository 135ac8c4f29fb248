import * as v from 'valibot';
import { isFit } from '../identifier.js';

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'expected some text, got ""'),
    v.maxLength(most, `expected at most ${most} characters`),
    v.check(isFit, 'expected a text without control characters'),
  );

/** Schema of {@link Anchor}. */
export const anchorSchema = v.pipe(
  v.strictObject({
    /** The element with `data-waymark="…"`; looked for before anything else. */
    name: v.optional(words(128)),
    /** CSS selectors from the page inwards: each but the last one names a shadow host or a frame to go into. */
    chain: v.optional(
      v.pipe(
        v.array(words(500)),
        v.minLength(1, 'expected at least one selector'),
        v.maxLength(8, 'expected at most 8 selectors'),
      ),
    ),
    /** What the element says and what it is, as votes between candidates. */
    text: v.optional(words(200)),
    role: v.optional(words(64)),
  }),
  v.check(
    ({ name, chain }) => name !== undefined || chain !== undefined,
    'expected a `name` or a `chain`, got neither',
  ),
);

/** How an element of the host page is found again. */
export type Anchor = v.InferOutput<typeof anchorSchema>;
