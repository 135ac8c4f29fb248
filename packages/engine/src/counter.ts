import type { Measure } from '@waymark/contracts';
import { add, amountIn, type DraftBucket, emptyRecord, SIZE } from './cells.js';
import { compilePath, type Subject } from './path.js';

/** Adds matching facts up in a bucket. */
export interface Counter {
  /** Begins the keys of its buckets. It names the measure too: a rule that measures anew begins at nought. */
  readonly name: string;
  /**
   * The bucket with a fact taken in, or taken back out with -1; a fact without a usable value leaves it as it was, and
   * undefined is a bucket that holds nothing. Values of `distinct` are gathered in place: the caller owns the bucket.
   */
  record(bucket: DraftBucket | undefined, fact: Subject, by: Direction): DraftBucket | undefined;
}

/** 1 takes a fact in; -1 takes one back out, as if it had never been. */
export type Direction = 1 | -1;

/** Longest text that counts as a value of its own: as long as an id may be. */
const VALUE_LIMIT = 128;

/** Compiles a measure; `name` is unique among the counters of a playbook. */
export function compileCounter(name: string, measure: Measure): Counter {
  if (measure.kind === 'count') {
    return { name, record: (bucket, _fact, by) => add(amountIn(bucket), by) || undefined };
  }
  const read = compilePath(measure.of);
  if (measure.kind === 'sum') {
    return {
      name: `${name}+${measure.of}`,
      record(bucket, fact, by) {
        const value = read(fact);
        return isAmount(value) ? add(amountIn(bucket), by * value) || undefined : bucket;
      },
    };
  }
  return {
    name: `${name}#${measure.of}`,
    record(bucket, fact, by) {
      const value = valueKey(read(fact));
      return value === undefined ? bucket : recordValue(bucket, value, by);
    },
  };
}

/** Negative and fractional amounts would make points order-dependent or inexact; nought would leave an empty bucket. */
export function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** A value as text with its type, so that `1` and `"1"` differ and no value can be a name of JavaScript's own. */
export function valueKey(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length <= VALUE_LIMIT ? `s:${value}` : undefined;
  if (typeof value === 'number') return `n:${value}`;
  return typeof value === 'boolean' ? `b:${value}` : undefined;
}

/** A bucket of values with one more or one less of a value; undefined when none is left. */
function recordValue(held: DraftBucket | undefined, value: string, by: Direction): DraftBucket | undefined {
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const before = bucket[value] ?? 0;
  const times = add(before, by);
  if (before === 0) bucket[SIZE] = (bucket[SIZE] ?? 0) + 1;
  bucket[value] = times;
  if (times > 0) return bucket;
  delete bucket[value];
  const size = (bucket[SIZE] ?? 0) - 1;
  bucket[SIZE] = size;
  return size > 0 ? bucket : undefined;
}
