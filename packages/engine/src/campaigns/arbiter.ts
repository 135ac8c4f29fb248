import type { Deliveries, Delivery } from '@waymark/contracts';

export { pageMatches } from './pages.js';

/**
 * Whether a delivery may be shown now, by what the hub allowed and by what this browser has shown since, in all of its
 * tabs: each impression takes one of every allowance that its delivery names. What the hub has counted already is not
 * told here again. The hub decides for the same person elsewhere by what it knows.
 *
 * @param uncounted deliveries shown that the hub had not counted when it decided; one that was shown twice is in it twice
 */
export function mayShow(
  { limits }: Pick<Delivery, 'limits'>,
  { allowances }: Pick<Deliveries, 'allowances'>,
  uncounted: readonly Pick<Delivery, 'limits'>[],
): boolean {
  return limits.every((limit) => {
    const taken = uncounted.filter((other) => other.limits.includes(limit)).length;
    return Object.hasOwn(allowances, limit) && taken < (allowances[limit] ?? 0);
  });
}

/**
 * The one that interrupts, of those whose moment has come: the first in the hub's order; null while there is none. So
 * the one that won on the hub keeps nobody waiting for a moment that never comes.
 */
export function nextInterrupt(
  { deliveries, standby }: Pick<Deliveries, 'deliveries' | 'standby'>,
  isReady: (delivery: Delivery) => boolean,
): Delivery | null {
  const first = deliveries.filter(({ channel }) => channel === 'interrupt');
  return [...first, ...standby].find(isReady) ?? null;
}
