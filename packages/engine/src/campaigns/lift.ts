/** How many there are, and how many of them came to the goal. */
export interface Counted {
  readonly entered: number;
  readonly reached: number;
}

/** By how much more of those who got a campaign come to its goal than of those held out, as shares from −1 to 1. */
export interface Lift {
  readonly difference: number;
  /** The interval that holds the true difference at all times together, with a probability of `confidence`. */
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

const CONFIDENCE = 0.95;
/** Each group has so many before the first interval: the normal approximation needs some. */
const LEAST = 50;
/** Where the interval is narrowest: differences of about so much, ten points in a hundred. */
const SCALE = 0.1;

/**
 * The lift of a campaign with an always-valid confidence sequence: it may be looked at every day, and a campaign ended as
 * soon as the interval leaves nought behind, without more false alarms than it promises. The normal mixture of Robbins as
 * in Johari, Koomen, Pekelis and Walsh, "Always Valid Inference", Operations Research 70 (2022), with the variance of
 * Agresti and Caffo, The American Statistician 54 (2000), who add a success and a failure to each group. It is asymptotic:
 * null until both groups have 50. Wider than a fixed-horizon interval, which holds for one look alone.
 *
 * @example liftOf({ entered: 900, reached: 180 }, { entered: 100, reached: 12 })?.low
 */
export function liftOf(treated: Counted, heldOut: Counted): Lift | null {
  if (Math.min(treated.entered, heldOut.entered) < LEAST) return null;
  const difference = treated.reached / treated.entered - heldOut.reached / heldOut.entered;
  const variance = varianceOf(treated) + varianceOf(heldOut);
  const mixed = variance + SCALE ** 2;
  const alpha = 1 - CONFIDENCE;
  const square = ((2 * variance * mixed) / SCALE ** 2) * Math.log(Math.sqrt(mixed / variance) / alpha);
  const half = Math.sqrt(square);
  return {
    difference,
    low: Math.max(-1, difference - half),
    high: Math.min(1, difference + half),
    confidence: CONFIDENCE,
  };
}

function varianceOf({ entered, reached }: Counted): number {
  const share = (reached + 1) / (entered + 2);
  return (share * (1 - share)) / (entered + 2);
}
