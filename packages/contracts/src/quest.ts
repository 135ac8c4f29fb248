import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { trustSchema, validitySchema } from './day.js';
import { earnsSchema } from './earns.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { eventNameSchema, measureSchema, outcomeSchema } from './measure.js';
import type { Problem } from './problem.js';
import { countSchema, positiveSchema, withinSchema } from './whole.js';

const stepSchema = v.strictObject({
  name: localizedSchema,
  event: eventNameSchema,
  when: v.optional(conditionSchema),
  measure: v.optional(measureSchema, { kind: 'count' }),
  /** How much of the measure makes the step done. */
  at: positiveSchema,
});

/** Schema of {@link Quest}. */
export const questSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: v.optional(localizedSchema),
  /** Whose steps count: the person's own, or those of everybody in the company together. */
  by: v.optional(v.picklist(['member', 'company']), 'member'),
  /** Whether a step counts only from the local day on which the one before it was done; that day included. */
  ordered: v.optional(v.boolean(), false),
  steps: v.pipe(
    v.array(stepSchema),
    v.minLength(1, 'expected at least one step'),
    v.maxLength(20, 'expected at most 20 steps'),
  ),
  /** What doing all steps brings; 0 for the honour alone. */
  points: v.optional(countSchema, 0),
  /**
   * What doing all steps brings of spendable currencies. A quest has no month of its own: it lapses as what is of the month
   * in which the quest's dates end (`valid.until`), and where they have no end it stays.
   */
  earns: v.optional(earnsSchema),
  outcome: outcomeSchema,
  /** Local days on which steps count. */
  valid: v.optional(validitySchema),
  /** All steps within so many local days in a row; whoever runs out of time may begin anew. */
  days: v.optional(withinSchema(1, 366)),
  trust: v.optional(trustSchema),
});

/** A set of steps to take. */
export type Quest = v.InferOutput<typeof questSchema>;
/** A step of a quest. */
export type QuestStep = Quest['steps'][number];

/** Faults between the parts of one quest. */
export function questProblems({ by, points, earns }: Quest, path: string): Problem[] {
  if (by === 'member') return [];
  const why = 'what a company does together brings honour, and no single person';
  return [
    ...(points === 0
      ? []
      : [{ path: `${path}.points`, message: `expected 0, got ${points}: ${why} points` }]),
    ...(earns === undefined
      ? []
      : [{ path: `${path}.earns`, message: `expected no earnings: ${why} anything to spend` }]),
  ];
}
