import type { Fact } from './fact.js';

/** The part of a fact that conditions and measures can read. */
export type Subject = Pick<
  Fact,
  'event' | 'userId' | 'companyId' | 'role' | 'properties' | 'context' | 'userTraits' | 'companyTraits'
>;

/** Reads one value of a fact; undefined when it isn't there. */
export type Reader = (subject: Subject) => unknown;

/** Where a path begins that does not begin with a property. */
const ROOTS: readonly (readonly [prefix: string, root: (subject: Subject) => unknown])[] = [
  ['context.', (subject) => subject.context],
  ['$user.', (subject) => subject.userTraits],
  ['$company.', (subject) => subject.companyTraits],
];

/** Names that reach JavaScript's own machinery: never read, so that no fact can pass for having them. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Compiles a path: a property with dots for nesting (`pull.size`), `context.…`, a trait `$user.…` or `$company.…`, or one
 * of the fact's own `$role`, `$companyId`, `$userId`, `$event`. Only a value's own properties are read, never inherited ones, never a list's.
 */
export function compilePath(path: string): Reader {
  switch (path) {
    case '$role':
      return (subject) => subject.role;
    case '$companyId':
      return (subject) => subject.companyId;
    case '$userId':
      return (subject) => subject.userId;
    case '$event':
      return (subject) => subject.event;
  }
  const [prefix, root] = ROOTS.find(([begin]) => path.startsWith(begin)) ?? ['', undefined];
  const steps = path.slice(prefix.length).split('.');
  if (steps.some((step) => FORBIDDEN.includes(step))) return () => undefined;
  if (root !== undefined) return (subject) => walk(root(subject), steps);
  const [first = ''] = steps;
  if (steps.length > 1) return (subject) => walk(subject.properties, steps);
  return ({ properties }) => own(properties, first);
}

function walk(from: unknown, steps: readonly string[]): unknown {
  let value = from;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = own(value as Record<string, unknown>, step);
  }
  return value;
}

/** Reads before it asks whose it is: most rules look for what most facts lack, and that is the cheaper question. */
function own(record: { readonly [key: string]: unknown }, key: string): unknown {
  const value = record[key];
  return value === undefined || Object.hasOwn(record, key) ? value : undefined;
}
