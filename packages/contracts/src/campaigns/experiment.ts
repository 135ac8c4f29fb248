import * as v from 'valibot';
import { conditionSchema } from '../condition.js';
import { idSchema, slugSchema } from '../identifier.js';
import { eventNameSchema } from '../measure.js';
import type { Problem } from '../problem.js';
import { withinSchema } from '../whole.js';
import { contentProblems, contentSchema } from './content.js';

const experimentShape = v.strictObject({
  /** What is assigned as one: each person alone, or a company as a whole. */
  by: v.picklist(['user', 'company']),
  /** Percent of them who never get the campaign, so that its effect is known. */
  holdout: withinSchema(0, 90),
  /** Variants of the content; who is not held out gets one of them by its weight. */
  arms: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: slugSchema,
          weight: withinSchema(1, 1_000),
          content: v.optional(contentSchema),
        }),
      ),
      v.minLength(2, 'expected at least two arms'),
      v.maxLength(10, 'expected at most 10 arms'),
    ),
  ),
  /** Seed of the assignment, the campaign's id where nothing is said: another one deals everybody anew. */
  salt: v.optional(idSchema),
});

/** Who gets which variant of a campaign, and who none. */
export type Experiment = v.InferOutput<typeof experimentShape>;

/** Schema of {@link Experiment}. */
export const experimentSchema: v.GenericSchema<Experiment> = experimentShape;
/** A variant of the content. */
export type Arm = NonNullable<Experiment['arms']>[number];

/** Schema of {@link Goal}. */
export const goalSchema = v.strictObject({
  event: eventNameSchema,
  where: v.optional(conditionSchema),
  /** It counts so many days after the campaign's first chance with a person. */
  days: withinSchema(1, 90),
});

/** The business event that a campaign is for. */
export type Goal = v.InferOutput<typeof goalSchema>;

/** Faults between the parts of an experiment. */
export function experimentProblems({ arms = [] }: Experiment, path: string): Problem[] {
  const ids = arms.map(({ id }) => id);
  return arms.flatMap(({ id, content }, i) => [
    ...(ids.indexOf(id) < i
      ? [{ path: `${path}.arms[${i}].id`, message: `expected an id of its own, got "${id}" again` }]
      : []),
    ...(content === undefined ? [] : contentProblems(content, `${path}.arms[${i}].content`)),
  ]);
}
