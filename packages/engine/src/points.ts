import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { amountIn, COMPANY, type DraftCells, increase, keep, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Day } from './days.js';
import type { Fact } from './fact.js';
import type { CompiledRule } from './rules.js';
import { companyPointsOf } from './share.js';
import { keyIn } from './windows.js';

/** Takes a fact into a rule's bucket or back out, adds the award, and returns the person's points: new value minus old one. */
export function score(
  draft: DraftCells,
  fact: Fact,
  rule: CompiledRule,
  day: Day,
  by: Direction,
  awards: Award[],
): number {
  const slot = day.slots[rule.per];
  const { limit, period } = rule;
  let before = 0;
  let after = 0;
  if (rule.bucketed) {
    const key = bucketKey(rule, day);
    const held = draft[slot.span]?.[key];
    before = worthOf(rule, amountIn(held));
    const bucket = rule.counter.record(held, fact, by);
    keep(draft, slot.span, key, bucket);
    after = worthOf(rule, amountIn(bucket));
  } else {
    const worth = worthOf(rule, amountIn(rule.counter.record(undefined, fact, 1)));
    if (by > 0) after = worth;
    else before = worth;
  }
  if (after === before) return 0;
  const change = Math.min(after, limit) - Math.min(before, limit);
  const companyPoints = rule.paysCompany ? companyPointsOf(draft, rule, day.slots, change) : 0;
  if (companyPoints !== 0) increase(draft, LIFETIME, COMPANY, companyPoints);
  const points = rule.paysUser ? change : 0;
  awards.push({
    kind: 'points',
    ruleId: rule.id,
    eventId: fact.id,
    version: rule.version,
    points,
    companyPoints,
    capped: period !== 'none' && change !== after - before ? period : null,
    period,
    windows: slot.windows,
  });
  rule.earn?.(awards, draft, slot.span, before, after);
  return points;
}

/** What one more fact, counting 1, would bring a member by a rule on a local day. */
export function pointsToCome(rule: CompiledRule, cells: Cells, day: Day): number {
  if (!rule.paysUser) return 0;
  const amount = amountIn(cells[day.slots[rule.per].span]?.[bucketKey(rule, day)]);
  return Math.min(worthOf(rule, amount + 1), rule.limit) - Math.min(worthOf(rule, amount), rule.limit);
}

/** What a rule's bucket is worth in full, before its limit. */
function worthOf({ points, percent }: CompiledRule, amount: number): number {
  const worth = percent === 100 ? points * amount : Math.floor((points * amount * percent) / 100);
  return Math.min(worth, Number.MAX_SAFE_INTEGER);
}

/** The key of a rule's bucket on a local day. */
function bucketKey(rule: CompiledRule, day: Day): string {
  const known = day.keys[rule.index];
  if (known !== undefined) return known;
  const fresh = keyIn(day.slots[rule.per], rule.counter.name);
  day.keys[rule.index] = fresh;
  return fresh;
}
