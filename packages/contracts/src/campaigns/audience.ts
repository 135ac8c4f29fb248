import * as v from 'valibot';
import {
  type Condition,
  conditionSchema,
  conditionSchemaOf,
  type Fault,
  type Operators,
  type Scalar,
} from '../condition.js';
import { slugSchema } from '../identifier.js';
import { localizedSchema } from '../localized.js';
import { eventNameSchema } from '../measure.js';
import { faultsOfIssue } from '../parse.js';
import type { Problem } from '../problem.js';
import { withinSchema } from '../whole.js';
import { COMPANY_PARTS } from './diagnosis.js';

/**
 * A predicate over a person, in the language of {@link Condition}. Its keys: `$user.…` and `$company.…` are traits as they
 * are now; `$userId`, `$companyId`, `$role`, `$region` (the vendor's trait, else a country's two letters), `$language`,
 * `$online`; `$growth`, `$level`, `$companyGrowth`, `$companyLevel`, `$badge.<id>` (the highest tier held);
 * `$stage.<lifecycle>` and `$node.<lifecycle>.<node>` (`open`, `reached`, `missed`, `left`); `$diagnosis.<part>` (a
 * percentile) and `$weakest`; `$campaign.<id>` (how far it came with the person); `$events` counts events; `$audience`
 * holds where a named audience does. What nobody has equals nothing.
 *
 * @example { "$role": "administrator", "$events": { "event": "report.shared", "days": 7, "count": { "$lt": 1 } } }
 */
export type AudienceCondition = { readonly [key: string]: AudienceValue };

/** A scalar (equality), an object of operators, for `$and`/`$or` a list, for `$not` one condition, or a count of events. */
export type AudienceValue =
  | Scalar
  | Operators
  | readonly AudienceCondition[]
  | AudienceCondition
  | EventCount;

/** Asks how often an event came. */
export interface EventCount {
  readonly event: string;
  /** Which of these events count. */
  readonly where?: Condition | undefined;
  /** Whose: the person's own (without a word), or those of everybody in the company. */
  readonly by?: 'user' | 'company' | undefined;
  /** In so many of the person's local days, today included; ever since where nothing is said. */
  readonly days?: number | undefined;
  /** What the count has to be; at least one where nothing is said. */
  readonly count?: Operators | number | undefined;
}

/** Most keys in one audience, those of all its parts together. */
const KEYS_LIMIT = 100;
const LIST_LIMIT = 1_000;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PLAIN = [
  '$userId',
  '$companyId',
  '$role',
  '$region',
  '$language',
  '$online',
  '$growth',
  '$level',
].concat('$companyGrowth', '$companyLevel', '$weakest', '$audience', '$events');
const DOTTED = new RegExp(
  `^\\$(?:(?:user|company)\\..+|(?:badge|stage|campaign)\\.${SLUG}|node\\.${SLUG}\\.${SLUG}|diagnosis\\.(?:${COMPANY_PARTS.join('|')}))$`,
);

/** What a count is held against: read as a condition on the one key `count`, so that its faults are worded alike. */
const countOperatorsSchema = v.custom<Operators | number>(
  (input) =>
    typeof input === 'number'
      ? Number.isSafeInteger(input)
      : v.is(conditionSchema, { count: input }) && typeof input === 'object',
  'expected a whole number, or operators as { "$gte": 3 }',
);

/** Schema of {@link EventCount}. */
export const eventCountSchema = v.strictObject({
  event: eventNameSchema,
  where: v.optional(conditionSchema),
  by: v.optional(v.picklist(['user', 'company'])),
  days: v.optional(withinSchema(1, 366)),
  count: v.optional(countOperatorsSchema),
});

/** Schema of {@link AudienceCondition}. */
export const audienceConditionSchema = v.pipe(
  conditionSchemaOf<AudienceCondition>({
    keyFault: (key) =>
      PLAIN.includes(key) || DOTTED.test(key)
        ? null
        : `expected $and, $or, $not, ${PLAIN.join(', ')}, $user.…, $company.…, $badge.…, $stage.…, $node.….…, $diagnosis.… or $campaign.…`,
    valueFaults: (key, value) =>
      key === '$events'
        ? faultsBy(eventCountSchema, value)
        : key === '$audience'
          ? faultsBy(slugSchema, value)
          : undefined,
  }),
  v.check(
    (condition) => sizeOf(condition) <= KEYS_LIMIT,
    `expected at most ${KEYS_LIMIT} keys; name parts of it as audiences`,
  ),
  v.check(
    (condition) => longestList(condition) <= LIST_LIMIT,
    `expected at most ${LIST_LIMIT} values in a list`,
  ),
);

function faultsBy(schema: v.GenericSchema, value: unknown): Fault[] {
  return (v.safeParse(schema, value).issues ?? []).flatMap(faultsOfIssue);
}

/** Deeper than any condition that the walk lets pass; what lies beyond has been refused already. */
const DEPTH = 40;

function sizeOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return 0;
  const own = Array.isArray(value) ? 0 : 1;
  return Object.values(value).reduce((sum: number, part) => sum + own + sizeOf(part, depth + 1), 0);
}

function longestList(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return 0;
  let longest = Array.isArray(value) ? value.length : 0;
  for (const part of Object.values(value)) longest = Math.max(longest, longestList(part, depth + 1));
  return longest;
}

/** Schema of {@link Audience}. */
export const audienceSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  when: audienceConditionSchema,
});

/** A named audience, for several campaigns to share. */
export type Audience = v.InferOutput<typeof audienceSchema>;

/** Ids of the audiences that a condition names. */
export function audiencesIn(condition: AudienceCondition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === '$audience') return [value as string];
    if (key === '$and' || key === '$or') return (value as readonly AudienceCondition[]).flatMap(audiencesIn);
    return key === '$not' ? audiencesIn(value as AudienceCondition) : [];
  });
}

/** Audiences that name themselves, be it by way of others. */
export function audienceProblems(audiences: readonly Audience[]): Problem[] {
  const named = new Map(audiences.map(({ id, when }) => [id, audiencesIn(when)]));
  return audiences.flatMap(({ id }, i) => {
    const reached = new Set<string>();
    const open = [...(named.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(named.get(next) ?? []));
    }
    if (!reached.has(id)) return [];
    return [{ path: `audiences[${i}].when`, message: `expected audiences that do not name "${id}" in turn` }];
  });
}
