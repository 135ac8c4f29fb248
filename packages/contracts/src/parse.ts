import * as v from 'valibot';
import type { Parsed, Problem } from './problem.js';
import { shown } from './shown.js';

/** Runs a schema over an unknown value and reports every fault with its path; never throws. */
export function parseWith<const S extends v.GenericSchema>(
  schema: S,
  input: unknown,
): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.flatMap((issue) => leaves(issue).map(toProblem));
  return { ok: false, problems: problems as [Problem, ...Problem[]] };
}

/** The faults of an issue, each with its keys, for a schema that is used within a walk. */
export function faultsOfIssue(issue: Issue): { keys: (string | number)[]; message: string }[] {
  return leaves(issue).map((leaf) => ({
    keys: (leaf.path ?? []).map(({ key }) => key as string | number),
    message: messageOf(leaf),
  }));
}

type Issue = v.BaseIssue<unknown>;

/** A union reports the faults of each branch inside itself: take the branch that came closest. */
function leaves(issue: Issue): Issue[] {
  if (issue.type !== 'union' || issue.issues === undefined) return [issue];
  const deep = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
  const best = longestPath(deep);
  if (best === undefined) return [issue];
  const path = [...(issue.path ?? []), ...(best.path ?? [])] as NonNullable<Issue['path']>;
  return leaves({ ...best, path } as Issue);
}

function longestPath(issues: readonly Issue[]): Issue | undefined {
  return issues.reduce<Issue | undefined>(
    (best, issue) => ((issue.path?.length ?? 0) > (best?.path?.length ?? 0) ? issue : best),
    undefined,
  );
}

function toProblem(issue: Issue): Problem {
  return { path: formatPath(issue.path ?? []), message: messageOf(issue) };
}

function messageOf(issue: Issue): string {
  const isMissing =
    issue.type.endsWith('object') && issue.input === undefined && issue.expected?.startsWith('"');
  if (isMissing) return 'expected a value, got nothing';
  if (issue.kind === 'schema' && issue.expected !== null && issue.type !== 'custom') {
    return `expected ${plain(issue.expected)}, got ${shown(issue.input)}`;
  }
  return issue.message;
}

const WORDS: Record<string, string> = {
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  never: 'no such key',
};

/** valibot names its types in TypeScript's words; people read English. */
function plain(expected: string): string {
  const choices = /^\((.+)\)$/.exec(expected)?.[1]?.split(' | ');
  return choices === undefined ? (WORDS[expected] ?? expected) : `one of ${choices.join(', ')}`;
}

function formatPath(path: readonly { readonly key?: unknown }[]): string {
  return path
    .map(({ key }, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join('');
}
