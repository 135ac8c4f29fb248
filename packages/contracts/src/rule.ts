import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { eventNameSchema, measureSchema, outcomeSchema, type Period, periodSchema } from './measure.js';
import type { Problem } from './problem.js';
import { positiveSchema } from './whole.js';

/** Most points that a period takes. */
const limitSchema = v.strictObject({ per: periodSchema, points: positiveSchema });

/** Schema of {@link Rule}. */
export const ruleSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  event: eventNameSchema,
  when: v.optional(conditionSchema),
  measure: v.optional(measureSchema, { kind: 'count' }),
  points: positiveSchema,
  limit: v.optional(limitSchema),
  /** Whom it pays; the person alone where nothing is said. */
  to: v.optional(v.picklist(['user', 'company', 'both'])),
  /** The most that one person can bring the company in a period. */
  share: v.optional(limitSchema),
  outcome: outcomeSchema,
});

/** Event → points: what counts, how much it is worth, how much of it a period takes, and whom it pays. */
export type Rule = v.InferOutput<typeof ruleSchema>;

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'lifetime'];

/** Faults between the parts of one rule. */
export function ruleProblems({ limit, share, points, to = 'user' }: Rule, path: string): Problem[] {
  const problems: Problem[] = [];
  if (limit !== undefined && limit.points < points) {
    problems.push({
      path: `${path}.limit.points`,
      message: `expected at least the ${points} points of one event, got ${limit.points}`,
    });
  }
  if (share === undefined) return problems;
  if (to === 'user') {
    problems.push({ path: `${path}.share`, message: 'expected no share unless `to` is "company" or "both"' });
  }
  if (limit !== undefined && PERIODS.indexOf(share.per) < PERIODS.indexOf(limit.per)) {
    problems.push({
      path: `${path}.share.per`,
      message: `expected a period no shorter than the limit's "${limit.per}", got "${share.per}"`,
    });
  }
  return problems;
}
