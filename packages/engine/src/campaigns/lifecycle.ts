import type { Lifecycle, LifecycleNode, NodeState } from '@waymark/contracts';
import { addDays, dayNumber } from '../calendar.js';
import { clauseKey, type DayCounts, daysOf, type EventCounts } from './event-clause.js';

/** Where somebody stands in a lifecycle. */
export interface LifecycleStanding {
  readonly stageId: string;
  readonly nodes: readonly NodeStanding[];
}

/** How a node stands, and everything that happened to it. */
export interface NodeStanding {
  readonly nodeId: string;
  readonly state: NodeState;
  /** The last local day on which it is reached in time. */
  readonly due: string;
  /** What became of it, oldest first. */
  readonly changes: readonly NodeChange[];
}

/** Something that happened to a node. */
export interface NodeChange {
  readonly change: 'reached' | 'missed' | 'left';
  /** The local day on which. */
  readonly on: string;
}

/** Who walks a lifecycle. */
export interface Walker {
  /** The local day on which they were first seen; day 0. */
  readonly since: string;
  /** Index of the level that they have. */
  readonly level: number;
  readonly events: EventCounts;
}

/**
 * Where somebody stands in a lifecycle on a day: from counts by day alone, so that late and reordered events lead to the
 * same.
 *
 * @example standIn(lifecycle, { since: '2026-08-01', level: 0, events }, '2026-08-09').stageId
 */
export function standIn(lifecycle: Lifecycle, walker: Walker, today: string): LifecycleStanding {
  return {
    stageId: stageOn(lifecycle, walker, today),
    nodes: lifecycle.stages.flatMap(({ nodes = [] }) =>
      nodes.map((node) =>
        nodeOn(node, walker, daysOf(walker.events, clauseKey(node.event, node.where)), today),
      ),
    ),
  };
}

function stageOn({ stages, timeline }: Lifecycle, { since, level }: Walker, today: string): string {
  const age = dayNumber(today) - dayNumber(since);
  const isByLevel = timeline !== undefined && age >= timeline.days;
  let standing = stages[0]?.id ?? '';
  for (const { id, from } of stages) {
    if ('day' in from ? from.day <= age : isByLevel && from.level <= level) standing = id;
  }
  return standing;
}

function nodeOn(node: LifecycleNode, { since }: Walker, counts: DayCounts, today: string): NodeStanding {
  const { id, at = 1, by, keep } = node;
  const due = addDays(since, by);
  const days = Object.keys(counts)
    .filter((day) => day <= today && (counts[day] ?? 0) > 0)
    .sort();
  let sum = 0;
  const first = days.findIndex((day) => {
    sum += counts[day] ?? 0;
    return sum >= at;
  });
  const changes: NodeChange[] = [];
  // What was there before the start was reached on it.
  const reached = first < 0 ? null : latest(days[first] as string, since);
  if (reached === null ? due < today : due < reached) changes.push({ change: 'missed', on: addDays(due, 1) });
  if (reached !== null && reached <= today) changes.push({ change: 'reached', on: reached });
  if (keep !== undefined && reached !== null && reached <= today) {
    let last = reached;
    for (const day of [...days.slice(first + 1), null]) {
      const left = addDays(last, keep.days + 1);
      if (left <= (day ?? today)) changes.push({ change: 'left', on: left });
      if (day === null) break;
      if (left <= day) changes.push({ change: 'reached', on: day });
      last = latest(day, last);
    }
  }
  return { nodeId: id, state: changes.at(-1)?.change ?? 'open', due, changes };
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
