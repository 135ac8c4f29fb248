import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { progress } from './badges.js';
import { type DraftCells, draftOf, EVENTS, GROWTH, growthOf, increase, LIFETIME, spansOf } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { levelAt } from './levels.js';
import { score } from './points.js';
import type { Program } from './program.js';
import { progressQuest } from './quest-progress.js';
import { countDay } from './streak-days.js';

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

function take(draft: DraftCells, fact: Fact, program: Program, by: Direction): Award[] {
  const awards: Award[] = [];
  if (fact.userId === '') return awards;
  increase(draft, LIFETIME, EVENTS, by);
  const listeners = program.listeners.get(fact.event);
  if (listeners === undefined) return awards;
  const day = program.days(fact.day);
  let gained = 0;
  for (const rule of listeners.rules) {
    if (rule.matches(fact)) gained += score(draft, fact, rule, day, by, awards);
  }
  for (const step of listeners.steps) {
    if (step.matches(fact)) gained += progressQuest(draft, fact, step, day, by, awards);
  }
  for (const badge of listeners.badges) {
    if (badge.matches(fact)) progress(draft, fact, badge, by, awards);
  }
  for (const streak of listeners.streaks) {
    if (streak.matches(fact)) countDay(draft, fact, streak, by);
  }
  if (gained !== 0) {
    const { levels, version } = program.playbook;
    const from = levelAt(levels, growthOf(draft));
    const to = levelAt(levels, increase(draft, LIFETIME, GROWTH, gained));
    if (to !== from) awards.push({ kind: 'level', from, to, eventId: fact.id, version });
  }
  return awards;
}
