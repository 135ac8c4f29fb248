import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { type DraftCells, draftOf, EVENTS, GROWTH, growthOf, increase, LIFETIME, spansOf } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { levelAt } from './levels.js';
import type { Program } from './program.js';

/**
 * What a fact makes of a member's cells, and what it brought. Pure: the cells given stay as they are. The caller sees
 * to it that each id is applied once.
 *
 * @example const { state, awards } = apply({}, fact, program);
 */
export function apply(cells: Cells, fact: Fact, program: Program): { state: Cells; awards: Award[] } {
  const state = draftOf(cells, spansOf(fact.day));
  return { state, awards: advance(state, fact, program) };
}

/** The same as {@link apply} on cells that the caller owns and that are changed in place; for folds and the hub. */
export function advance(draft: DraftCells, fact: Fact, program: Program): Award[] {
  return take(draft, fact, program, 1);
}

/**
 * Takes a fact back out of a member's cells: they are as if it had never been applied, byte for byte. The awards say
 * what that takes away: points below 0 and a level below; of badges see `heldTiers`. The playbook must be the one under
 * which the fact was applied, and nothing may have reached the largest exact integer, where amounts stand still.
 *
 * @example const { state } = retract(apply(cells, fact, program).state, fact, program); // equals cells
 */
export function retract(cells: Cells, fact: Fact, program: Program): { state: Cells; awards: Award[] } {
  const state = draftOf(cells, spansOf(fact.day));
  return { state, awards: takeBack(state, fact, program) };
}

/** The same as {@link retract} on cells that the caller owns. A span may lose its cell: nothing is left of it then. */
export function takeBack(draft: DraftCells, fact: Fact, program: Program): Award[] {
  return take(draft, fact, program, -1);
}

function take(draft: DraftCells, fact: Fact, program: Program, by: Direction): Award[] {
  const awards: Award[] = [];
  if (fact.userId === '') return awards;
  const listeners = program.listeners.get(fact.event);
  if (listeners === undefined) {
    // A playbook cannot listen to corrections: asked only now, they cost the others nothing.
    const correct = program.corrections.get(fact.event);
    if (correct !== undefined) {
      grow(draft, fact, program, correct(draft, fact, program, by, awards), awards);
      return awards;
    }
  }
  increase(draft, LIFETIME, EVENTS, by);
  if (listeners === undefined) return awards;
  const day = program.days(fact.day);
  let gained = 0;
  for (const listener of listeners) {
    if (listener.matches(fact)) gained += listener.take(draft, fact, day, by, awards);
  }
  grow(draft, fact, program, gained, awards);
  return awards;
}

/** Adds to the growth value, and tells of a level that it leads to. */
function grow(draft: DraftCells, fact: Fact, program: Program, gained: number, awards: Award[]): void {
  // Where growth lapses, the points of one fact can be of different months, and even so come to nothing.
  if (gained === 0 && program.expiring === undefined) return;
  const from = levelOf(draft, fact, program);
  program.expiring?.keep(draft, awards);
  increase(draft, LIFETIME, GROWTH, gained);
  const to = levelOf(draft, fact, program);
  if (to === from) return;
  awards.push({ kind: 'level', from, to, eventId: fact.id, version: program.playbook.version });
}

function levelOf(draft: DraftCells, { day }: Fact, { expiring, playbook }: Program): number {
  return expiring === undefined ? levelAt(playbook.levels, growthOf(draft)) : expiring.level(draft, day);
}
