import type { Measure } from '@waymark/contracts';
import { add, amountIn, type DraftBucket, emptyRecord, SIZE } from './cells.js';
import { compilePath, type Subject } from './path.js';

/** Adds matching facts up in a bucket. */
export interface Counter {
  /** Begins the keys of its buckets. It names the measure too: a rule that measures anew begins at nought. */
  readonly name: string;
  /**
   * The bucket with a fact taken in; a fact without a usable value leaves it as it was. Values of `distinct` are
   * gathered in place: the caller owns the bucket.
   */
  record(bucket: DraftBucket | undefined, fact: Subject): DraftBucket | undefined;
}

/** Longest text that counts as a value of its own: as long as an id may be. */
const VALUE_LIMIT = 128;

/** Compiles a measure; `name` is unique among the counters of a playbook. */
export function compileCounter(name: string, measure: Measure): Counter {
  if (measure.kind === 'count') {
    return { name, record: (bucket) => add(amountIn(bucket), 1) };
  }
  const read = compilePath(measure.of);
  if (measure.kind === 'sum') {
    return {
      name: `${name}+${measure.of}`,
      record(bucket, fact) {
        const value = read(fact);
        return isAmount(value) ? add(amountIn(bucket), value) : bucket;
      },
    };
  }
  return {
    name: `${name}#${measure.of}`,
    record(bucket, fact) {
      const value = tagged(read(fact));
      return value === undefined ? bucket : include(bucket, value);
    },
  };
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

function include(held: DraftBucket | undefined, value: string): DraftBucket {
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const times = bucket[value] ?? 0;
  if (times === 0) bucket[SIZE] = (bucket[SIZE] ?? 0) + 1;
  bucket[value] = add(times, 1);
  return bucket;
}
