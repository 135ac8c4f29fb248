import * as v from 'valibot';
import { conditionSchema } from '../condition.js';
import { slugSchema } from '../identifier.js';
import { localizedSchema } from '../localized.js';
import { eventNameSchema } from '../measure.js';
import type { Problem } from '../problem.js';
import { withinSchema } from '../whole.js';

const nodeSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  event: eventNameSchema,
  where: v.optional(conditionSchema),
  /** How many of these events reach it; one without a word. */
  at: v.optional(withinSchema(1, 10_000)),
  /** The last local day on which it is reached in time, in days since the start, which is day 0. */
  by: withinSchema(0, 366),
  /** It is left after so many local days in a row without such an event; never where nothing is said. */
  keep: v.optional(v.strictObject({ days: withinSchema(1, 366) })),
});

const stageSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  /** Where it begins: on a day since the start, or at the index of a level. */
  from: v.union([
    v.strictObject({ day: withinSchema(0, 3_660) }),
    v.strictObject({ level: withinSchema(0, 1_000) }),
  ]),
  nodes: v.optional(v.pipe(v.array(nodeSchema), v.maxLength(50, 'expected at most 50 nodes'))),
});

const lifecycleShape = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  /** Who walks it: each person, or each company with the events and the level of all its people. */
  of: v.picklist(['user', 'company']),
  /** For so many days since the start stages go by day; from then on they go by level. Without it they always go by day. */
  timeline: v.optional(v.strictObject({ days: withinSchema(1, 3_660) })),
  stages: v.pipe(
    v.array(stageSchema),
    v.minLength(1, 'expected at least one stage'),
    v.maxLength(50, 'expected at most 50 stages'),
  ),
});

/** A line of stages with nodes to be reached by a time. It starts on the day on which its subject was first seen. */
export type Lifecycle = v.InferOutput<typeof lifecycleShape>;

/** Schema of {@link Lifecycle}. */
export const lifecycleSchema: v.GenericSchema<Lifecycle> = lifecycleShape;
/** A part of a lifecycle. */
export type LifecycleStage = Lifecycle['stages'][number];
/** A point that a subject should reach by a time. */
export type LifecycleNode = NonNullable<LifecycleStage['nodes']>[number];
/** What becomes of a node. */
export type NodeState = 'open' | 'reached' | 'missed' | 'left';

/** Faults between the parts of one lifecycle. */
export function lifecycleProblems({ stages, timeline }: Lifecycle, path: string): Problem[] {
  const problems: Problem[] = [];
  const add = (at: string, message: string) => problems.push({ path: `${path}.${at}`, message });
  const seen = new Set<string>();
  const own = (id: string, at: string) => {
    if (seen.has(id)) add(at, `expected an id that no other stage or node has, got "${id}" again`);
    seen.add(id);
  };
  let day = -1;
  let level = -1;
  stages.forEach(({ id, from, nodes = [] }, i) => {
    const at = `stages[${i}].from`;
    own(id, `stages[${i}].id`);
    nodes.forEach((node, j) => {
      own(node.id, `stages[${i}].nodes[${j}].id`);
    });
    if ('day' in from) {
      if (level >= 0) add(at, 'expected stages by day before those by level');
      if (i === 0 && from.day !== 0) add(`${at}.day`, `expected 0 for the first stage, got ${from.day}`);
      if (from.day <= day) add(`${at}.day`, `expected more than ${day}, got ${from.day}`);
      if (timeline && from.day >= timeline.days) {
        add(`${at}.day`, `expected a day within the ${timeline.days} of the time line, got ${from.day}`);
      }
      day = from.day;
    } else {
      if (timeline === undefined) add(at, 'expected no stage by level without a `timeline` before it');
      if (i === 0) add(at, 'expected the first stage to begin on day 0');
      if (level < 0 && from.level !== 0)
        add(`${at}.level`, `expected 0 for the first of them, got ${from.level}`);
      else if (from.level <= level) add(`${at}.level`, `expected more than ${level}, got ${from.level}`);
      level = from.level;
    }
  });
  if (timeline !== undefined && level < 0) add('timeline', 'expected stages by level after it, got none');
  return problems;
}
