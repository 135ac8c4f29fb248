import type { Condition, JsonObject, Measure, Playbook } from '@waymark/contracts';
import { eventClausesOf } from './campaigns/event-clause.js';
import { type Place, placeOf } from './path.js';

/** What playbooks read of facts beside what is a fact's own: paths by where they begin. */
export type Reads = Readonly<Record<Place['root'], readonly Place['steps'][]>>;

/** Collects what the conditions and measures of playbooks read; what is not among it brings no fact any more or less. */
export function readsOf(playbooks: readonly Playbook[]): Reads {
  const paths = new Set(playbooks.flatMap(pathsIn));
  const reads: Record<Place['root'], Place['steps'][]> = {
    properties: [],
    context: [],
    userTraits: [],
    companyTraits: [],
  };
  for (const path of paths) {
    const place = placeOf(path);
    if (place !== null) reads[place.root].push(place.steps);
  }
  return reads;
}

/** Of an object what lies at these paths, where it lies; undefined where there is none or nothing. */
export function partRead(
  from: JsonObject | undefined,
  paths: readonly Place['steps'][],
): JsonObject | undefined {
  const part: { [name: string]: unknown } = {};
  for (const steps of paths) copyPath(from, part, steps);
  return Object.keys(part).length > 0 ? (part as JsonObject) : undefined;
}

function copyPath(
  from: unknown,
  to: { [name: string]: unknown },
  [step = '', ...rest]: readonly string[],
): void {
  if (!isObject(from) || !Object.hasOwn(from, step)) return;
  if (rest.length === 0) {
    to[step] = from[step];
    return;
  }
  to[step] ??= {};
  copyPath(from[step], to[step] as { [name: string]: unknown }, rest);
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathsIn(playbook: Playbook): string[] {
  const { rules, bonuses = [], quests = [], badges, streaks = [], campaigns = [] } = playbook;
  const parts: { readonly when?: Condition | undefined; readonly measure?: Measure | undefined }[] = [
    ...rules,
    ...bonuses,
    ...quests.flatMap(({ steps }) => steps),
    ...badges,
    ...streaks.flatMap(({ events }) => events),
    ...eventClausesOf(playbook).map(({ where }) => ({ when: where })),
    ...campaigns.map(({ goal }) => ({ when: goal?.where })),
  ];
  return parts.flatMap(({ when, measure }) => [
    ...conditionPaths(when),
    ...(measure === undefined || measure.kind === 'count' ? [] : [measure.of]),
  ]);
}

function conditionPaths(condition: Condition | undefined): string[] {
  return Object.entries(condition ?? {}).flatMap(([key, value]) => {
    if (key === '$and' || key === '$or') return (value as readonly Condition[]).flatMap(conditionPaths);
    return key === '$not' ? conditionPaths(value as Condition) : [key];
  });
}
