import type { Period, Rule } from '@waymark/contracts';
import { compileCondition, type Predicate } from './conditions.js';
import { type Counter, compileCounter } from './counter.js';

/** A rule with its condition and measure as closures. */
export interface CompiledRule {
  readonly id: string;
  readonly event: string;
  readonly index: number;
  readonly version: number;
  readonly matches: Predicate;
  readonly counter: Counter;
  readonly points: number;
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
    matches: compileCondition(rule.when),
    counter: compileCounter(`rule:${id}`, rule.measure),
    points: rule.points,
    limit: Math.min(limit?.points ?? Infinity, Number.MAX_SAFE_INTEGER),
    period: limit?.per ?? 'none',
    per: limit?.per ?? 'day',
    bucketed: limit !== undefined || rule.measure.kind === 'distinct',
    paysUser: to !== 'company',
    paysCompany: to !== 'user',
    share: share === undefined ? null : { name: `share:${id}`, per: share.per, limit: share.points },
  };
}
