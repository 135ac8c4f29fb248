import * as v from 'valibot';
import { anchorSchema } from './anchor.js';

/** Where pages are named: from the root, `*` for one part of the path and `**` at the end for any further ones. */
export const pagesSchema = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.maxLength(500, 'expected at most 500 characters'),
      v.regex(
        /^(?:\/(?:\*|[^*/?#\s]+))*(?:\/(?:\*\*)?)?$/,
        'expected a path as "/projects/*/settings" or "/reports/**"',
      ),
      v.minLength(1, 'expected a path, got ""'),
    ),
  ),
  v.minLength(1, 'expected at least one page'),
  v.maxLength(50, 'expected at most 50 pages'),
);

/** Schema of {@link Placement}. */
export const placementSchema = v.strictObject({
  /** The element it stands by, or in. */
  anchor: v.optional(anchorSchema),
  /** On which side of its element, or at which edge of the page. */
  side: v.optional(v.picklist(['top', 'right', 'bottom', 'left'])),
  align: v.optional(v.picklist(['start', 'center', 'end'])),
  /** The pages it is for, by path; all of them where nothing is said. */
  pages: v.optional(pagesSchema),
  /** Whether the page behind it is dimmed. */
  backdrop: v.optional(v.boolean()),
});

/** Where something is shown. */
export type Placement = v.InferOutput<typeof placementSchema>;
