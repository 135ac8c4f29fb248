import type { Badge, Playbook } from '@waymark/contracts';
import { type Counter, compileCounter } from './counter.js';
import { type Day, rememberDays } from './days.js';
import { compileFilter, type Filter } from './filter.js';
import { type CompiledStep, compileQuest } from './quest-steps.js';
import { type CompiledRule, compileBonus, compileRule } from './rules.js';
import { type CompiledStreak, compileStreak } from './streak-days.js';

/** A playbook made ready to run; compile it once and keep it. */
export interface Program {
  readonly playbook: Playbook;
  /** What awaits each event, by its name. */
  readonly listeners: ReadonlyMap<string, Listeners>;
  readonly rules: readonly CompiledRule[];
  /** What rules bring on top. */
  readonly bonuses: readonly CompiledRule[];
  /** The slots of a local day, remembered. */
  days(day: string): Day;
}

/** What one event name feeds, in the playbook's order. */
export interface Listeners {
  readonly rules: readonly CompiledRule[];
  readonly steps: readonly CompiledStep[];
  readonly badges: readonly CompiledBadge[];
  readonly streaks: readonly CompiledStreak[];
}

/** A badge with its condition and measure as closures. */
export interface CompiledBadge {
  readonly badge: Badge;
  readonly event: string;
  readonly version: number;
  readonly matches: Filter;
  readonly counter: Counter;
}

/**
 * Indexes a playbook by event name and compiles its conditions.
 *
 * @example const program = compilePlaybook(parsed.value);
 */
export function compilePlaybook(playbook: Playbook): Program {
  const { version, bonuses = [], quests = [], streaks = [] } = playbook;
  const rules = playbook.rules.map((rule, index) => compileRule(rule, index, version));
  const extra = bonuses.map((bonus, i) => compileBonus(bonus, playbook.rules, rules.length + i, version));
  const paying = [...rules, ...extra];
  const steps = quests.flatMap((quest) => compileQuest(quest, version));
  const badges = playbook.badges.map((badge) => compileBadge(badge, version));
  const days = streaks.flatMap(compileStreak);
  const events = new Set([...paying, ...steps, ...badges, ...days].map(({ event }) => event));
  const listeners = new Map(
    [...events].map((name) => {
      const listening = <T extends { readonly event: string }>(list: readonly T[]) =>
        list.filter(({ event }) => event === name);
      return [
        name,
        {
          rules: listening(paying),
          steps: listening(steps),
          badges: listening(badges),
          streaks: listening(days),
        },
      ];
    }),
  );
  return { playbook, listeners, rules, bonuses: extra, days: rememberDays() };
}

/** Begins the key of a badge's bucket. */
export function badgeCounter(badge: Pick<Badge, 'id' | 'measure'>): Counter {
  return compileCounter(`badge:${badge.id}`, badge.measure);
}

function compileBadge(badge: Badge, version: number): CompiledBadge {
  return {
    badge,
    event: badge.event,
    version,
    matches: compileFilter(badge),
    counter: badgeCounter(badge),
  };
}
