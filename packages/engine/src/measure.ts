import type { Measure } from '@waymark/contracts';
import { compilePath, type Subject } from './path.js';

/**
 * Reads what a fact contributes: a whole number to be added up, or for `distinct` the value as text; undefined when it
 * contributes nothing.
 */
export type Reading = (fact: Subject) => number | string | undefined;

/** Longest text that counts as a value of its own: as long as an id may be. */
const VALUE_LIMIT = 128;

/** Compiles a measure to what it reads of a fact. */
export function compileMeasure(measure: Measure): Reading {
  if (measure.kind === 'count') return () => 1;
  const read = compilePath(measure.of);
  if (measure.kind === 'distinct') return (fact) => tagged(read(fact));
  return (fact) => {
    const value = read(fact);
    // Negative and fractional amounts would make points order-dependent or inexact; nought would leave an empty bucket.
    return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
  };
}

/** Ends the key of what is measured: where it is measured anew, it begins at nought. */
export function measureKey(measure: Measure): string {
  return measure.kind === 'count' ? '' : `${measure.kind === 'sum' ? '+' : '#'}${measure.of}`;
}

/** A value as text with its type, so that `1` and `"1"` differ and no value can be a name of JavaScript's own. */
function tagged(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length <= VALUE_LIMIT ? `s:${value}` : undefined;
  if (typeof value === 'number') return `n:${value}`;
  return typeof value === 'boolean' ? `b:${value}` : undefined;
}
