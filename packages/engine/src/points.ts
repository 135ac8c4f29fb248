import type { Cells } from '@waymark/contracts';
import type { Award } from './award.js';
import { amountIn, COMPANY, type DraftCells, increase, keep, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Day } from './days.js';
import type { Fact } from './fact.js';
import type { CompiledRule } from './rules.js';
import { companyPointsOf } from './share.js';

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
  const change = changeOf(draft, fact, rule, slot.span, bucketKey(rule, day), by);
  if (change === null) return 0;
  const companyPoints = rule.paysCompany ? companyPointsOf(draft, rule, day.slots, change.points) : 0;
  if (companyPoints !== 0) increase(draft, LIFETIME, COMPANY, companyPoints);
  const points = rule.paysUser ? change.points : 0;
  awards.push({
    kind: 'points',
    ruleId: rule.id,
    eventId: fact.id,
    version: rule.version,
    points,
    companyPoints,
    capped: change.isCut && rule.period !== 'none' ? rule.period : null,
    period: rule.period,
    windows: slot.windows,
  });
  return points;
}

/** What a fact makes of a rule's bucket, in points; null when it makes nothing of it. */
function changeOf(
  draft: DraftCells,
  fact: Fact,
  rule: CompiledRule,
  span: string,
  key: string,
  by: Direction,
): { points: number; isCut: boolean } | null {
  if (!rule.bucketed) {
    const worth = worthOf(rule, amountIn(rule.counter.record(undefined, fact, 1)));
    return worth === 0 ? null : { points: by * worth, isCut: false };
  }
  const held = draft[span]?.[key];
  const before = worthOf(rule, amountIn(held));
  const bucket = rule.counter.record(held, fact, by);
  if (bucket !== held || bucket === undefined) keep(draft, span, key, bucket);
  const after = worthOf(rule, amountIn(bucket));
  if (after === before) return null;
  const points = Math.min(after, rule.limit) - Math.min(before, rule.limit);
  return { points, isCut: Math.abs(points) < Math.abs(after - before) };
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
  const { key } = day.slots[rule.per];
  const fresh = key === '' ? rule.counter.name : `${rule.counter.name}@${key}`;
  day.keys[rule.index] = fresh;
  return fresh;
}
