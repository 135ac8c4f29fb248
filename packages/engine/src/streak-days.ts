import type { Cells, Streak } from '@waymark/contracts';
import { increase } from './cells.js';
import { compileFilter } from './filter.js';
import type { Listener } from './listener.js';

/** Counts facts for their day: the count is kept so that a day with two facts survives the loss of one. */
export function streakListeners(streak: Streak): Listener[] {
  const prefix = prefixOf(streak);
  return streak.events.map(({ event, when }) => ({
    event,
    matches: compileFilter({ when, trust: streak.trust }),
    take(draft, fact, { slots }, by) {
      increase(draft, slots.day.span, prefix + fact.day, by);
      return 0;
    },
  }));
}

/** The local days on which something counted, in no order. */
export function activeDays(streak: Pick<Streak, 'id'>, cells: Cells): string[] {
  const prefix = prefixOf(streak);
  return Object.values(cells).flatMap((cell) =>
    Object.keys(cell)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
  );
}

function prefixOf({ id }: Pick<Streak, 'id'>): string {
  return `streak:${id}@`;
}
