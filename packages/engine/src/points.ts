import type { CompiledRule, Day } from './program.js';

/** What a rule's bucket is worth in full, before its limit. */
export function worthOf(rule: CompiledRule, amount: number): number {
  return Math.min(rule.points * amount, Number.MAX_SAFE_INTEGER);
}

/** The key of a rule's bucket on a local day. */
export function bucketKey(rule: CompiledRule, day: Day): string {
  const known = day.keys[rule.index];
  if (known !== undefined) return known;
  const { key } = day.slots[rule.per];
  const fresh = key === '' ? rule.counter.name : `${rule.counter.name}@${key}`;
  day.keys[rule.index] = fresh;
  return fresh;
}
