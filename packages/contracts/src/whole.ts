import * as v from 'valibot';

/** Schema of an amount that means something: a whole number from 1 to a billion. */
export const positiveSchema = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(1, 'expected at least 1'),
  v.maxValue(1_000_000_000, 'expected at most 1000000000'),
);

/** Schema of a whole number from 0 up. */
export const countSchema = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(0, 'expected at least 0'),
);

/** Schema of a whole number within bounds, both of them included. */
export function withinSchema(least: number, most: number) {
  return v.pipe(
    v.number(),
    v.safeInteger('expected a whole number'),
    v.minValue(least, `expected at least ${least}`),
    v.maxValue(most, `expected at most ${most}`),
  );
}
