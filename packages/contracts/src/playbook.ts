import * as v from 'valibot';
import { conditionSchema } from './condition.js';
import { idSchema, slugSchema } from './identifier.js';
import { localizedSchema } from './localized.js';
import { MEDAL_GLYPHS, MEDAL_SHAPES, TIERS } from './medal.js';
import { parseWith } from './parse.js';
import type { Parsed, Problem } from './problem.js';

const positive = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(1, 'expected at least 1'),
  v.maxValue(1_000_000_000, 'expected at most 1000000000'),
);
const count = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(0, 'expected at least 0'),
);
const eventName = v.pipe(v.string(), v.minLength(1, 'expected the name of an event'), v.maxLength(200));

const periodSchema = v.picklist(['day', 'week', 'month', 'lifetime']);

const measureSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('count') }),
  v.strictObject({ kind: v.literal('sum'), of: idSchema }),
  v.strictObject({ kind: v.literal('distinct'), of: idSchema }),
]);

const ruleSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  event: eventName,
  when: v.optional(conditionSchema),
  measure: v.optional(measureSchema, { kind: 'count' }),
  points: positive,
  limit: v.optional(v.strictObject({ per: periodSchema, points: positive })),
  outcome: v.picklist(['activation', 'adoption', 'value', 'advocacy', 'renewal']),
});

const benefitSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: v.optional(localizedSchema),
});

const levelSchema = v.strictObject({
  at: count,
  title: localizedSchema,
  benefits: v.optional(v.array(slugSchema), []),
});

const badgeSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: localizedSchema,
  event: eventName,
  when: v.optional(conditionSchema),
  measure: v.optional(measureSchema, { kind: 'count' }),
  tiers: v.pipe(
    v.array(v.strictObject({ tier: v.picklist(TIERS), at: positive })),
    v.minLength(1, 'expected at least one tier'),
  ),
  secret: v.optional(v.boolean(), false),
  medal: v.strictObject({ shape: v.picklist(MEDAL_SHAPES), glyph: v.picklist(MEDAL_GLYPHS) }),
});

const rankingSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  window: v.picklist(['day', 'week', 'month', 'quarter', 'year', 'all']),
});

/** Schema of {@link Playbook}, before the checks that look across its parts. */
export const playbookSchema = v.strictObject({
  $schema: v.optional(v.string()),
  specVersion: v.literal(1),
  id: slugSchema,
  version: positive,
  name: localizedSchema,
  rules: v.array(ruleSchema),
  benefits: v.optional(v.array(benefitSchema), []),
  levels: v.pipe(v.array(levelSchema), v.minLength(1, 'expected at least one level')),
  badges: v.optional(v.array(badgeSchema), []),
  rankings: v.optional(v.array(rankingSchema), []),
});

/** The operators' whole program as one versioned document. */
export type Playbook = v.InferOutput<typeof playbookSchema>;
/** Event → points: what counts, how much it is worth, and how much of it a period takes. */
export type Rule = Playbook['rules'][number];
/** What a period of a rule's limit can be, in the person's local calendar; weeks are ISO weeks. */
export type Period = v.InferOutput<typeof periodSchema>;
/** How matching events add up: how many, the sum of a property, or how many different values of one. */
export type Measure = v.InferOutput<typeof measureSchema>;
/** A threshold of growth, the title worn from there on, and what it unlocks. */
export type Level = Playbook['levels'][number];
/** What a level unlocks. */
export type Benefit = Playbook['benefits'][number];
/** The definition of a badge; having earned it is an award. */
export type Badge = Playbook['badges'][number];
/** An ordered list of people by points in a window of time. */
export type Ranking = Playbook['rankings'][number];

/** Turns an unknown value into a {@link Playbook}, or lists every fault with its path; never half a playbook. */
export function parsePlaybook(input: unknown): Parsed<Playbook> {
  const parsed = parseWith(playbookSchema, input);
  if (!parsed.ok) return parsed;
  const problems = crossProblems(parsed.value);
  return problems.length === 0 ? parsed : { ok: false, problems: problems as [Problem, ...Problem[]] };
}

function crossProblems(playbook: Playbook): Problem[] {
  return [
    ...repeatedIds('rules', playbook.rules),
    ...repeatedIds('benefits', playbook.benefits),
    ...repeatedIds('badges', playbook.badges),
    ...repeatedIds('rankings', playbook.rankings),
    ...levelProblems(playbook),
    ...playbook.badges.flatMap((badge, i) => tierProblems(badge, `badges[${i}]`)),
    ...playbook.rules.flatMap((rule, i) => limitProblems(rule, `rules[${i}]`)),
  ];
}

function repeatedIds(list: string, items: readonly { readonly id: string }[]): Problem[] {
  const seen = new Map<string, number>();
  return items.flatMap(({ id }, i) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, i);
      return [];
    }
    return [
      { path: `${list}[${i}].id`, message: `expected an id of its own, got "${id}" as in ${list}[${first}]` },
    ];
  });
}

function levelProblems({ levels, benefits }: Playbook): Problem[] {
  const known = new Set(benefits.map(({ id }) => id));
  const problems: Problem[] = [];
  if (levels[0]?.at !== 0)
    problems.push({ path: 'levels[0].at', message: `expected 0, got ${levels[0]?.at}` });
  levels.forEach((level, i) => {
    const before = levels[i - 1];
    if (before !== undefined && level.at <= before.at) {
      problems.push({ path: `levels[${i}].at`, message: `expected more than ${before.at}, got ${level.at}` });
    }
    level.benefits.forEach((id, j) => {
      if (known.has(id)) return;
      problems.push({
        path: `levels[${i}].benefits[${j}]`,
        message: `expected the id of a benefit, got "${id}"`,
      });
    });
  });
  return problems;
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

function limitProblems({ limit, points }: Rule, path: string): Problem[] {
  if (limit === undefined || limit.points >= points) return [];
  return [
    {
      path: `${path}.limit.points`,
      message: `expected at least the ${points} points of one event, got ${limit.points}`,
    },
  ];
}
