import type { Fact } from './fact.js';

/** The part of a fact that conditions and measures can read. */
export type Subject = Pick<
  Fact,
  'event' | 'userId' | 'companyId' | 'role' | 'properties' | 'context' | 'userTraits' | 'companyTraits'
>;

/** Reads one value of a fact; undefined when it isn't there. */
export type Reader = (subject: Subject) => unknown;

/** The fact's own, by path. */
const OWN = { $role: 'role', $companyId: 'companyId', $userId: 'userId', $event: 'event' } as const;

/** Where a path begins that does not begin with a property. */
const ROOTS = { context: 'context', $user: 'userTraits', $company: 'companyTraits' } as const;

/** Names that reach JavaScript's own machinery: never read, so that no fact can pass for having them. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Compiles a path: a property with dots for nesting (`pull.size`), `context.…`, a trait `$user.…` or `$company.…`, or one
 * of the fact's own `$role`, `$companyId`, `$userId`, `$event`. Only a value's own properties are read, never inherited ones, never a list's.
 */
export function compilePath(path: string): Reader {
  const field = Object.hasOwn(OWN, path) && OWN[path as keyof typeof OWN];
  if (field) return (subject) => subject[field];
  const steps = path.split('.');
  if (steps.some((step) => FORBIDDEN.includes(step))) return () => undefined;
  const [first = '', ...rest] = steps;
  if (rest.length === 0) return ({ properties }) => own(properties, first);
  const root = Object.hasOwn(ROOTS, first) && ROOTS[first as keyof typeof ROOTS];
  return root ? (subject) => walk(subject[root], rest) : (subject) => walk(subject.properties, steps);
}

/** Where in a fact a path leads that is not one of the fact's own. */
export interface Place {
  readonly root: 'properties' | (typeof ROOTS)[keyof typeof ROOTS];
  readonly steps: readonly string[];
}

/**
 * Where a path leads, as {@link compilePath} reads it, which says the same in fewer bytes: browsers load that one alone.
 * Null where it is never read.
 */
export function placeOf(path: string): Place | null {
  const steps = path.split('.');
  if (steps.some((step) => FORBIDDEN.includes(step))) return null;
  const [first = '', ...rest] = steps;
  const root = rest.length > 0 && Object.hasOwn(ROOTS, first) && ROOTS[first as keyof typeof ROOTS];
  return root ? { root, steps: rest } : { root: 'properties', steps };
}

/** What lies at the end of some steps; undefined where they lead nowhere. */
export function walk(from: unknown, steps: readonly string[]): unknown {
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
