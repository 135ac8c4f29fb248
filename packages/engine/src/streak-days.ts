import type { Cells, Streak } from '@waymark/contracts';
import { type DraftCells, increase } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { compileFilter, type Filter } from './filter.js';

/** One event that a streak listens to. */
export interface CompiledStreak {
  /** Begins the keys of its buckets. */
  readonly prefix: string;
  readonly event: string;
  readonly matches: Filter;
}

/** Compiles a streak: one listener an event. */
export function compileStreak(streak: Streak): CompiledStreak[] {
  const prefix = prefixOf(streak);
  return streak.events.map(({ event, when }) => ({
    prefix,
    event,
    matches: compileFilter({ when, trust: streak.trust }),
  }));
}

/** Counts a fact for its day, or takes it back; the count is kept so that a day with two facts survives the loss of one. */
export function countDay(draft: DraftCells, fact: Fact, { prefix }: CompiledStreak, by: Direction): void {
  increase(draft, fact.day.slice(0, 7), prefix + fact.day, by);
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
