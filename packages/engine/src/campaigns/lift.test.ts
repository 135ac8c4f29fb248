import { describe, expect, it } from 'vitest';
import { type Counted, liftOf } from './lift.js';

/** Mulberry32: numbers that look random and are the same in every run. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const EXPERIMENTS = 1_000;
const PEOPLE = 4_000;

/** The textbook's interval for one look at a size fixed beforehand. */
function forOneLook(treated: Counted, heldOut: Counted): { low: number; high: number } | null {
  if (liftOf(treated, heldOut) === null) return null;
  const [p, q] = [treated.reached / treated.entered, heldOut.reached / heldOut.entered];
  const half = 1.96 * Math.sqrt((p * (1 - p)) / treated.entered + (q * (1 - q)) / heldOut.entered);
  return { low: p - q - half, high: p - q + half };
}

/** Percent of experiments whose interval ever leaves the truth out, when it is looked at after every fiftieth person. */
function everMissed(
  treatedRate: number,
  heldOutRate: number,
  holdout: number,
  interval: typeof forOneLook,
): number {
  const random = dice(20_241_230);
  let missed = 0;
  for (let run = 0; run < EXPERIMENTS; run++) {
    const treated = { entered: 0, reached: 0 };
    const heldOut = { entered: 0, reached: 0 };
    for (let person = 1; person <= PEOPLE; person++) {
      const isHeldOut = random() < holdout;
      const group = isHeldOut ? heldOut : treated;
      group.entered++;
      if (random() < (isHeldOut ? heldOutRate : treatedRate)) group.reached++;
      if (person % 50 > 0) continue;
      const lift = interval(treated, heldOut);
      const truth = treatedRate - heldOutRate;
      if (lift === null || (lift.low <= truth && truth <= lift.high)) continue;
      missed++;
      break;
    }
  }
  return (100 * missed) / EXPERIMENTS;
}

describe('the lift', () => {
  it.each([
    [0.1, 0.1, 0.5],
    [0.12, 0.1, 0.1],
    [0.5, 0.5, 0.2],
    [0.02, 0.02, 0.1],
    [0.6, 0.3, 0.1],
  ])(
    'of %d against %d with %d held out is missed in at most 5 of 100, however often one looks',
    (treated, heldOut, share) => {
      expect(everMissed(treated, heldOut, share, liftOf)).toBeLessThanOrEqual(5);
    },
  );

  it('of an interval for one look is missed far more often, when one looks often', () => {
    expect(everMissed(0.1, 0.1, 0.5, forOneLook)).toBeGreaterThan(20);
  });

  it('is found where there is one', () => {
    const lift = liftOf({ entered: 4_000, reached: 800 }, { entered: 1_000, reached: 120 });
    expect(lift?.difference).toBeCloseTo(0.08, 10);
    expect(lift?.low).toBeGreaterThan(0.03);
    expect(lift?.high).toBeLessThan(0.13);
  });

  it('has no interval before there are enough in both groups', () => {
    expect(liftOf({ entered: 5_000, reached: 9 }, { entered: 49, reached: 0 })).toBeNull();
    expect(liftOf({ entered: 50, reached: 0 }, { entered: 50, reached: 0 })).not.toBeNull();
  });

  it('stays within what shares can be', () => {
    const lift = liftOf({ entered: 50, reached: 50 }, { entered: 50, reached: 0 });
    expect(lift).toMatchObject({ difference: 1, high: 1 });
    expect(lift?.low).toBeGreaterThan(0);
  });
});
