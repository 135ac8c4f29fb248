import type { Measure } from '@waymark/contracts';
import { amountIn, type DraftCell, SIZE } from './cells.js';
import { compilePath, type Subject } from './path.js';

/** Adds matching facts up in a bucket. */
export interface Counter {
  /** Begins the keys of its buckets. It names the measure too: a rule that measures anew begins at nought. */
  readonly name: string;
  /** Takes a fact into the bucket; a fact without a usable value leaves it as it was. */
  record(cell: DraftCell, key: string, fact: Subject): void;
}

/** Longest text that counts as a value of its own: as long as an id may be. */
const VALUE_LIMIT = 128;

/** Compiles a measure; `name` is unique among the counters of a playbook. */
export function compileCounter(name: string, measure: Measure): Counter {
  if (measure.kind === 'count') {
    return {
      name,
      record(cell, key) {
        cell[key] = add(amountIn(cell[key]), 1);
      },
    };
  }
  const read = compilePath(measure.of);
  if (measure.kind === 'sum') {
    return {
      name: `${name}+${measure.of}`,
      record(cell, key, fact) {
        const value = read(fact);
        if (!isAmount(value)) return;
        cell[key] = add(amountIn(cell[key]), value);
      },
    };
  }
  return {
    name: `${name}#${measure.of}`,
    record(cell, key, fact) {
      const value = tagged(read(fact));
      if (value !== undefined) include(cell, key, value);
    },
  };
}

/** Adds two amounts, and stays at the largest exact integer: saturation commutes, rounding would not. */
export function add(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

/** Negative and fractional amounts would make points order-dependent or inexact; nought would leave an empty bucket. */
function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** A value as text with its type, so that `1` and `"1"` differ and no value can be a name of JavaScript's own. */
function tagged(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length <= VALUE_LIMIT ? `s:${value}` : undefined;
  if (typeof value === 'number') return `n:${value}`;
  return typeof value === 'boolean' ? `b:${value}` : undefined;
}

function include(cell: DraftCell, key: string, value: string): void {
  const held = cell[key];
  const bucket = typeof held === 'object' ? held : {};
  cell[key] = bucket;
  const times = bucket[value] ?? 0;
  if (times === 0) bucket[SIZE] = (bucket[SIZE] ?? 0) + 1;
  bucket[value] = add(times, 1);
}
