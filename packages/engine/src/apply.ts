import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import {
  amountIn,
  type DraftCell,
  type DraftCells,
  dayPointsKey,
  draftOf,
  EVENTS,
  GROWTH,
  LIFETIME,
  spansOf,
} from './cells.js';
import { add } from './counter.js';
import type { Fact } from './fact.js';
import { levelAt } from './levels.js';
import { bucketKey, worthOf } from './points.js';
import type { CompiledBadge, CompiledRule, Day, Program } from './program.js';

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
  const awards: Award[] = [];
  if (fact.userId === '') return awards;
  const lifetime = cellOf(draft, LIFETIME);
  lifetime[EVENTS] = add(amountIn(lifetime[EVENTS]), 1);
  const listeners = program.listeners.get(fact.event);
  if (listeners === undefined) return awards;
  const day = program.days(fact.day);
  let gained = 0;
  for (const rule of listeners.rules) {
    if (rule.matches(fact)) gained += score(draft, fact, rule, day, program, awards);
  }
  for (const badge of listeners.badges) {
    if (badge.matches(fact)) progress(lifetime, fact, badge, program, awards);
  }
  if (gained > 0) grow(lifetime, fact, gained, program, awards);
  return awards;
}

function cellOf(draft: DraftCells, span: string): DraftCell {
  const known = draft[span];
  if (known !== undefined) return known;
  const fresh: DraftCell = {};
  draft[span] = fresh;
  return fresh;
}

/** Takes a fact into a rule's bucket and returns the points it brought. */
function score(
  draft: DraftCells,
  fact: Fact,
  rule: CompiledRule,
  day: Day,
  program: Program,
  awards: Award[],
): number {
  const slot = day.slots[rule.per];
  const key = bucketKey(rule, day);
  const cell = cellOf(draft, slot.span);
  const before = worthOf(rule, amountIn(cell[key]));
  rule.counter.record(cell, key, fact);
  const after = worthOf(rule, amountIn(cell[key]));
  if (after === before) return 0;
  const points = Math.min(after, rule.limit) - Math.min(before, rule.limit);
  awards.push({
    kind: 'points',
    ruleId: rule.id,
    eventId: fact.id,
    version: program.playbook.version,
    points,
    capped: points < after - before && rule.period !== 'none' ? rule.period : null,
    period: rule.period,
    windows: slot.windows,
  });
  if (rule.per === 'day' && points > 0) {
    const total = dayPointsKey(fact.day);
    cell[total] = add(amountIn(cell[total]), points);
  }
  return points;
}

function progress(
  lifetime: DraftCell,
  fact: Fact,
  { badge, counter }: CompiledBadge,
  program: Program,
  awards: Award[],
): void {
  const before = amountIn(lifetime[counter.name]);
  counter.record(lifetime, counter.name, fact);
  const after = amountIn(lifetime[counter.name]);
  for (const { tier, at } of badge.tiers) {
    if (before < at && at <= after) {
      awards.push({
        kind: 'badge',
        badgeId: badge.id,
        tier,
        eventId: fact.id,
        version: program.playbook.version,
      });
    }
  }
}

function grow(lifetime: DraftCell, fact: Fact, gained: number, program: Program, awards: Award[]): void {
  const { levels, version } = program.playbook;
  const before = amountIn(lifetime[GROWTH]);
  const after = add(before, gained);
  lifetime[GROWTH] = after;
  const from = levelAt(levels, before);
  const to = levelAt(levels, after);
  if (to > from) awards.push({ kind: 'level', from, to, eventId: fact.id, version });
}
