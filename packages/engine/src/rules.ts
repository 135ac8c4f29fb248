import type { Bonus, Period, Rule, Validity } from '@waymark/contracts';
import { all } from './conditions.js';
import { type Counter, compileCounter } from './counter.js';
import type { Earn } from './earnings.js';
import { compileFilter, type Filter } from './filter.js';

/** A rule with its condition and measure as closures. */
export interface CompiledRule {
  readonly id: string;
  readonly event: string;
  readonly index: number;
  readonly version: number;
  readonly matches: Filter;
  readonly counter: Counter;
  readonly points: number;
  /** A hundred for a rule; for a bonus how much of the rule's points it brings. */
  readonly percent: number;
  readonly valid: Validity | undefined;
  readonly limit: number;
  readonly period: Period | 'none';
  /** The period of its buckets: without a limit they are those of days. */
  readonly per: Period;
  /** Whether it needs a bucket: without a limit, a count or a sum is worth the same whatever came before. */
  readonly bucketed: boolean;
  readonly paysUser: boolean;
  readonly paysCompany: boolean;
  /** How much of it one person can bring the company; null without a bound. */
  readonly share: CompiledShare | null;
  /** Brings spendable currencies; absent where it brings none, and in a browser: the hub alone gives them. */
  earn?: Earn;
}

/** The bound of what one person can bring the company. */
export interface CompiledShare {
  /** Begins the keys of its buckets. */
  readonly name: string;
  readonly per: Period;
  readonly limit: number;
}

/** Compiles a rule that is at an index of its playbook. */
export function compileRule(rule: Rule, index: number, version: number): CompiledRule {
  const { id, limit, share, to = 'user' } = rule;
  return {
    id,
    event: rule.event,
    index,
    version,
    matches: compileFilter(rule),
    counter: compileCounter(`rule:${id}`, rule.measure),
    points: rule.points,
    percent: 100,
    valid: rule.valid,
    limit: limit?.points ?? Number.MAX_SAFE_INTEGER,
    period: limit?.per ?? 'none',
    per: limit?.per ?? 'day',
    bucketed: limit !== undefined || rule.measure.kind === 'distinct',
    paysUser: to !== 'company',
    paysCompany: to !== 'user',
    share: share === undefined ? null : { name: `share:${id}`, per: share.per, limit: share.points },
  };
}

/** Compiles a bonus: its rule once more, narrowed, and with a limit of its own. */
export function compileBonus(
  bonus: Bonus,
  rules: readonly Rule[],
  index: number,
  version: number,
): CompiledRule {
  // A parsed playbook has the rule.
  const rule = rules.find(({ id }) => id === bonus.of) as Rule;
  const own = { ...rule, id: bonus.id, to: 'user', share: undefined, limit: bonus.limit } as const;
  const compiled = compileRule(own, index, version);
  return {
    ...compiled,
    matches: all([compiled.matches, compileFilter(bonus)]),
    percent: bonus.percent,
    // Rounding down a whole bucket commutes; rounding down each event would not.
    bucketed: true,
  };
}
