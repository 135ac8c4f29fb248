import type { Award } from './award.js';
import type { DraftCells } from './cells.js';
import type { Direction } from './counter.js';
import type { Day } from './days.js';
import type { Fact } from './fact.js';
import type { Filter } from './filter.js';

/** Something in a playbook that one event feeds: a rule, a step of a quest, a badge, a streak. */
export interface Listener {
  readonly event: string;
  /** Whether a fact of that event counts. */
  readonly matches: Filter;
  /** Takes a fact that counts in, or back out; adds its awards and returns the points it brings the person. */
  take(draft: DraftCells, fact: Fact, day: Day, by: Direction, awards: Award[]): number;
}

/** Listeners by the event they await, in the playbook's order. */
export type Listeners = ReadonlyMap<string, readonly Listener[]>;

/** Indexes listeners by event. */
export function byEvent(listeners: readonly Listener[]): Listeners {
  const index = new Map<string, Listener[]>();
  for (const listener of listeners) {
    const known = index.get(listener.event);
    if (known === undefined) index.set(listener.event, [listener]);
    else known.push(listener);
  }
  return index;
}
