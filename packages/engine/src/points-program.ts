import type { Playbook } from '@waymark/contracts';
import { rememberDays } from './days.js';
import { byEvent, type Listener } from './listener.js';
import { score } from './points.js';
import type { Corrections, Program } from './program.js';
import { progressQuest } from './quest-progress.js';
import { compileQuest } from './quest-steps.js';
import { type CompiledRule, compileBonus, compileRule } from './rules.js';

/**
 * Makes ready what brings points: rules, bonuses and quests; and whatever else is given. The browser's prediction needs
 * no more, and does not carry the code for the rest.
 */
export function compilePoints(
  playbook: Playbook,
  others: readonly Listener[] = [],
  corrections: Corrections = new Map(),
): Program {
  const { version, bonuses = [], quests = [] } = playbook;
  const rules = playbook.rules.map((rule, index) => compileRule(rule, index, version));
  for (const bonus of bonuses) rules.push(compileBonus(bonus, playbook.rules, rules.length, version));
  const steps = quests.flatMap((quest) => compileQuest(quest, version));
  const listeners = byEvent([
    ...rules.map(ruleListener),
    ...steps.map(
      (step): Listener => ({
        event: step.event,
        matches: step.matches,
        take: (draft, fact, day, by, awards) => progressQuest(draft, fact, step, day, by, awards),
      }),
    ),
    ...others,
  ]);
  return { playbook, listeners, corrections, rules, days: rememberDays() };
}

/** What a rule does with the facts that it awaits. */
export function ruleListener(rule: CompiledRule): Listener {
  return {
    event: rule.event,
    matches: rule.matches,
    take: (draft, fact, day, by, awards) => score(draft, fact, rule, day, by, awards),
  };
}
