import type { Measure } from '@waymark/contracts';
import { add, amountIn, type DraftBucket, emptyRecord, SIZE } from './cells.js';
import { compileMeasure, measureKey } from './measure.js';
import type { Subject } from './path.js';

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

/** Compiles a measure; `name` is unique among the counters of a playbook. */
export function compileCounter(name: string, measure: Measure): Counter {
  const read = compileMeasure(measure);
  return {
    name: name + measureKey(measure),
    record(bucket, fact, by) {
      const found = read(fact);
      if (typeof found === 'number') return add(amountIn(bucket), by * found) || undefined;
      return found === undefined ? bucket : gather(bucket, found, by, false);
    },
  };
}

/**
 * A record with more or less under a key, and in `#` either how many keys it holds or the sum of all; undefined when
 * nothing is left. The caller owns the record.
 */
export function gather(
  held: DraftBucket | undefined,
  key: string,
  by: number,
  sums: boolean,
): DraftBucket | undefined {
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const before = bucket[key] ?? 0;
  const after = add(before, by);
  const size = add(bucket[SIZE] ?? 0, sums ? by : Math.sign(after) - Math.sign(before));
  bucket[SIZE] = size;
  bucket[key] = after;
  if (after === 0) delete bucket[key];
  return size === 0 ? undefined : bucket;
}
