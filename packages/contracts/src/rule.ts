import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { hoursSchema, trustSchema, validitySchema } from './day.js';
import { earnsSchema } from './earns.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { eventNameSchema, measureSchema, outcomeSchema, type Period, periodSchema } from './measure.js';
import type { Problem } from './problem.js';
import { positiveSchema, withinSchema } from './whole.js';

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
  /**
   * What it brings of spendable currencies beside its points, by their ids: so much each time it brings `points`. The
   * limit cuts both alike.
   */
  earns: v.optional(earnsSchema),
  /** Local days on which it counts. */
  valid: v.optional(validitySchema),
  /** Days of the week and hours in which it counts. */
  hours: v.optional(hoursSchema),
  /** `server` takes only facts that the vendor's server vouches for. */
  trust: v.optional(trustSchema),
  outcome: outcomeSchema,
});

/** Schema of {@link Bonus}. */
export const bonusSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  /** Id of the rule it adds to; its event, condition, measure, dates, hours, trust and outcome hold for the bonus, too. */
  of: slugSchema,
  /** How much of the rule's points it adds, before the rule's limit; rounded down in each of its own periods. */
  percent: withinSchema(1, 1_000),
  when: v.optional(conditionSchema),
  limit: v.optional(limitSchema),
  /**
   * What it brings of spendable currencies beside its points: so much for each time the rule brings its `points`, rounded
   * down as they are. The bonus's own limit cuts both alike.
   */
  earns: v.optional(earnsSchema),
  valid: v.optional(validitySchema),
  hours: v.optional(hoursSchema),
});

/** Points on top of a rule's, with a limit of their own; they are the person's alone. */
export type Bonus = v.InferOutput<typeof bonusSchema>;

/** Event → points: what counts, how much it is worth, how much of it a period takes, and whom it pays. */
export type Rule = v.InferOutput<typeof ruleSchema>;

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'lifetime'];

/** Faults between the parts of one rule. */
export function ruleProblems({ limit, share, points, earns, to = 'user' }: Rule, path: string): Problem[] {
  const problems: Problem[] = [];
  if (earns !== undefined && to === 'company') {
    problems.push({ path: `${path}.earns`, message: 'expected no earnings where `to` is "company"' });
  }
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
