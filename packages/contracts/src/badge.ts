import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { trustSchema, validitySchema } from './day.js';
import { slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { eventNameSchema, measureSchema } from './measure.js';
import { MEDAL_GLYPHS, MEDAL_SHAPES, TIERS } from './medal.js';
import type { Problem } from './problem.js';
import { positiveSchema } from './whole.js';

/** Schema of {@link Badge}. */
export const badgeSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: localizedSchema,
  event: eventNameSchema,
  when: v.optional(conditionSchema),
  measure: v.optional(measureSchema, { kind: 'count' }),
  tiers: v.pipe(
    v.array(v.strictObject({ tier: v.picklist(TIERS), at: positiveSchema })),
    v.minLength(1, 'expected at least one tier'),
  ),
  secret: v.optional(v.boolean(), false),
  /**
   * Makes it revocable: it is held only while the person wears this level or a higher one, and while the company's own
   * growth reaches that one, both by their indexes. Below, it is withheld, and comes back with the level; what was granted
   * by hand is not.
   */
  while: v.optional(
    v.pipe(
      v.strictObject({ level: v.optional(positiveSchema), companyLevel: v.optional(positiveSchema) }),
      v.check(
        ({ level, companyLevel }) => level !== undefined || companyLevel !== undefined,
        'expected a level or a companyLevel',
      ),
    ),
  ),
  /** Local days on which events count towards it. */
  valid: v.optional(validitySchema),
  trust: v.optional(trustSchema),
  medal: v.strictObject({ shape: v.picklist(MEDAL_SHAPES), glyph: v.picklist(MEDAL_GLYPHS) }),
});

/** The definition of a badge; having earned it is an award. */
export type Badge = v.InferOutput<typeof badgeSchema>;

/** The levels of a playbook, of people and companies. */
interface Levels {
  readonly levels: readonly unknown[];
  readonly companyLevels?: readonly unknown[] | undefined;
}

/** Faults between the parts of one badge, and of what it asks of the playbook's levels. */
export function badgeProblems(badge: Badge, path: string, levels: Levels): Problem[] {
  return [...tierProblems(badge, path), ...heldProblems(badge.while ?? {}, `${path}.while`, levels)];
}

function heldProblems(
  { level = 0, companyLevel = 0 }: NonNullable<Badge['while']>,
  path: string,
  { levels, companyLevels = [] }: Levels,
): Problem[] {
  const above = (part: string, index: number, { length }: readonly unknown[]): Problem[] =>
    index === 0 || index < length
      ? []
      : [
          {
            path: `${path}.${part}`,
            message:
              length < 2
                ? `expected nothing where there is no such level, got ${index}`
                : `expected the index of a level, at most ${length - 1}, got ${index}`,
          },
        ];
  return [...above('level', level, levels), ...above('companyLevel', companyLevel, companyLevels)];
}

function tierProblems({ tiers }: Badge, path: string): Problem[] {
  return tiers.flatMap(({ tier, at }, i) => {
    const before = tiers[i - 1];
    if (before === undefined) return [];
    const problems: Problem[] = [];
    if (at <= before.at) {
      problems.push({
        path: `${path}.tiers[${i}].at`,
        message: `expected more than ${before.at}, got ${at}`,
      });
    }
    if (TIERS.indexOf(tier) <= TIERS.indexOf(before.tier)) {
      problems.push({
        path: `${path}.tiers[${i}].tier`,
        message: `expected a tier above "${before.tier}", got "${tier}"`,
      });
    }
    return problems;
  });
}
