import type { Badge, Period, Playbook, Rule } from '@waymark/contracts';
import { compileCondition, type Predicate } from './conditions.js';
import { type Counter, compileCounter } from './counter.js';
import { type Slots, slotsOf } from './windows.js';

/** A playbook made ready to run; compile it once and keep it. */
export interface Program {
  readonly playbook: Playbook;
  /** What awaits each event, by its name. */
  readonly listeners: ReadonlyMap<string, Listeners>;
  readonly rules: readonly CompiledRule[];
  /** The slots of a local day, remembered. */
  days(day: string): Day;
}

/** The rules and badges that one event name feeds, in the playbook's order. */
export interface Listeners {
  readonly rules: readonly CompiledRule[];
  readonly badges: readonly CompiledBadge[];
}

/** A rule with its condition and measure as closures. */
export interface CompiledRule {
  readonly id: string;
  readonly rule: Rule;
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
}

/** A badge with its condition and measure as closures. */
export interface CompiledBadge {
  readonly badge: Badge;
  readonly version: number;
  readonly matches: Predicate;
  readonly counter: Counter;
}

/** What the rules need to know of a local day. */
export interface Day {
  readonly slots: Slots;
  /** Keys of the buckets of that day, by the rule's index; filled as they are needed. */
  readonly keys: (string | undefined)[];
}

/** Days remembered at most: eleven years of them, a few hundred bytes each. */
const REMEMBERED = 4_096;

/**
 * Indexes a playbook by event name and compiles its conditions.
 *
 * @example const program = compilePlaybook(parsed.value);
 */
export function compilePlaybook(playbook: Playbook): Program {
  const listeners = new Map<string, { rules: CompiledRule[]; badges: CompiledBadge[] }>();
  const listenersOf = (event: string) => {
    const known = listeners.get(event) ?? { rules: [], badges: [] };
    listeners.set(event, known);
    return known;
  };
  const rules = playbook.rules.map((rule, index) => compileRule(rule, index, playbook.version));
  for (const rule of rules) listenersOf(rule.rule.event).rules.push(rule);
  for (const badge of playbook.badges)
    listenersOf(badge.event).badges.push(compileBadge(badge, playbook.version));
  return { playbook, listeners, rules, days: rememberDays() };
}

/** Begins the key of a badge's bucket. */
export function badgeCounter(badge: Pick<Badge, 'id' | 'measure'>): Counter {
  return compileCounter(`badge:${badge.id}`, badge.measure);
}

function compileRule(rule: Rule, index: number, version: number): CompiledRule {
  return {
    id: rule.id,
    rule,
    index,
    version,
    matches: compileCondition(rule.when),
    counter: compileCounter(`rule:${rule.id}`, rule.measure),
    points: rule.points,
    limit: Math.min(rule.limit?.points ?? Infinity, Number.MAX_SAFE_INTEGER),
    period: rule.limit?.per ?? 'none',
    per: rule.limit?.per ?? 'day',
    bucketed: rule.limit !== undefined || rule.measure.kind === 'distinct',
  };
}

function compileBadge(badge: Badge, version: number): CompiledBadge {
  return { badge, version, matches: compileCondition(badge.when), counter: badgeCounter(badge) };
}

function rememberDays(): (day: string) => Day {
  const days = new Map<string, Day>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    if (days.size >= REMEMBERED) days.clear();
    const fresh: Day = { slots: slotsOf(day), keys: [] };
    days.set(day, fresh);
    return fresh;
  };
}
