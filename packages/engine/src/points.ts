import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { amountIn, cellOf, type DraftCells } from './cells.js';
import type { Fact } from './fact.js';
import type { CompiledRule, Day } from './program.js';

/** Takes a fact into a rule's bucket, adds the award, and returns the points: the bucket's new value minus its old one. */
export function score(draft: DraftCells, fact: Fact, rule: CompiledRule, day: Day, awards: Award[]): number {
  const slot = day.slots[rule.per];
  const cell = rule.bucketed ? cellOf(draft, slot.span) : undefined;
  const key = bucketKey(rule, day);
  const held = cell?.[key];
  const before = worthOf(rule, amountIn(held));
  const bucket = rule.counter.record(held, fact);
  if (bucket === undefined) return 0;
  if (cell !== undefined) cell[key] = bucket;
  const after = worthOf(rule, amountIn(bucket));
  if (after === before) return 0;
  const points = Math.min(after, rule.limit) - Math.min(before, rule.limit);
  awards.push({
    kind: 'points',
    ruleId: rule.id,
    eventId: fact.id,
    version: rule.version,
    points,
    capped: points < after - before && rule.period !== 'none' ? rule.period : null,
    period: rule.period,
    windows: slot.windows,
  });
  return points;
}

/** What one more fact, counting 1, would bring a member by a rule on a local day. */
export function pointsToCome(rule: CompiledRule, cells: Cells, day: Day): number {
  const amount = amountIn(cells[day.slots[rule.per].span]?.[bucketKey(rule, day)]);
  return Math.min(worthOf(rule, amount + 1), rule.limit) - Math.min(worthOf(rule, amount), rule.limit);
}

/** What a rule's bucket is worth in full, before its limit. */
function worthOf(rule: CompiledRule, amount: number): number {
  return Math.min(rule.points * amount, Number.MAX_SAFE_INTEGER);
}

/** The key of a rule's bucket on a local day. */
function bucketKey(rule: CompiledRule, day: Day): string {
  const known = day.keys[rule.index];
  if (known !== undefined) return known;
  const { key } = day.slots[rule.per];
  const fresh = key === '' ? rule.counter.name : `${rule.counter.name}@${key}`;
  day.keys[rule.index] = fresh;
  return fresh;
}
