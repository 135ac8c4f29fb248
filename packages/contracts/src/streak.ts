import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { daySchema, trustSchema } from './day.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { eventNameSchema } from './measure.js';
import type { Problem } from './problem.js';
import { withinSchema } from './whole.js';

/** Schema of {@link Streak}. */
export const streakSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  /** What has to be without a gap. */
  unit: v.picklist(['day', 'workday', 'week', 'month']),
  /** Any of these makes a day count. */
  events: v.pipe(
    v.array(v.strictObject({ event: eventNameSchema, when: v.optional(conditionSchema) })),
    v.minLength(1, 'expected at least one event'),
  ),
  trust: v.optional(trustSchema),
  /** For `workday`: the days of the week that nobody works, 1 (Monday) to 7 (Sunday); Saturday and Sunday where nothing is said. */
  weekend: v.optional(v.array(withinSchema(1, 7))),
  /** For `workday`: further days that nobody works. */
  holidays: v.optional(v.pipe(v.array(daySchema), v.maxLength(1_000, 'expected at most 1000 days'))),
  /** Missed periods that are forgiven by themselves: so many in each month. */
  freezes: v.optional(v.strictObject({ per: v.literal('month'), count: withinSchema(0, 10) })),
});

/** Consecutive periods with something done in each, in the person's own calendar. */
export type Streak = v.InferOutput<typeof streakSchema>;

/** Faults between the parts of one streak. */
export function streakProblems(streak: Streak, path: string): Problem[] {
  const { unit, events, weekend, holidays, freezes } = streak;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  events.forEach(({ event }, i) => {
    if (seen.has(event)) {
      problems.push({
        path: `${path}.events[${i}].event`,
        message: `expected each event once, got "${event}" again; join their conditions with $or`,
      });
    }
    seen.add(event);
  });
  if (unit !== 'workday') {
    for (const [key, value] of Object.entries({ weekend, holidays })) {
      if (value !== undefined)
        problems.push({ path: `${path}.${key}`, message: 'expected nothing unless `unit` is "workday"' });
    }
  }
  if (new Set(weekend).size === 7) {
    problems.push({ path: `${path}.weekend`, message: 'expected at least one day of the week to be worked' });
  }
  const most = { day: 10, workday: 10, week: 3, month: 0 }[unit];
  if (freezes !== undefined && freezes.count > most) {
    problems.push({
      path: `${path}.freezes.count`,
      message: `expected at most ${most} with "${unit}", else nothing would ever be missed; got ${freezes.count}`,
    });
  }
  return problems;
}
