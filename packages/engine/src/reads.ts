import type { JsonObject, Playbook } from '@waymark/contracts';
import { listeningIn } from './listening.js';
import { type Place, placeOf, walk } from './path.js';

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

/** What is read of the log; what a browser listens to itself needs nothing of it. */
function pathsIn(playbook: Playbook): string[] {
  return listeningIn(playbook)
    .filter(({ inBrowser }) => !inBrowser)
    .flatMap(({ asked, measure }) => [
      ...asked.map(({ key }) => key),
      ...(measure === undefined || measure.kind === 'count' ? [] : [measure.of]),
    ]);
}

/** Of an object what lies at these paths, where it lies; undefined where there is none or nothing. */
export function partRead(
  from: JsonObject | undefined,
  paths: readonly Place['steps'][],
): JsonObject | undefined {
  const part: Part = {};
  for (const steps of paths) {
    const value = walk(from, steps);
    if (value !== undefined) put(part, steps, value);
  }
  return Object.keys(part).length > 0 ? (part as JsonObject) : undefined;
}

type Part = { [name: string]: unknown };

function put(part: Part, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    part[step] = value;
    return;
  }
  if (!Object.hasOwn(part, step)) part[step] = {};
  put(part[step] as Part, rest, value);
}
