import type { Playbook } from '@waymark/contracts';
import { badgeListener } from './badges.js';
import { campaignRules } from './campaigns/rewards.js';
import { CORRECTIONS } from './corrections.js';
import { compileEarnings, payingQuest } from './earnings.js';
import { keepMonths, levelOn } from './expiry.js';
import { compilePoints, ruleListener } from './points-program.js';
import type { Program } from './program.js';
import { compileRule } from './rules.js';
import { streakListeners } from './streak-days.js';

/**
 * Indexes a playbook by event name and compiles its conditions.
 *
 * @example const program = compilePlaybook(parsed.value);
 */
export function compilePlaybook(playbook: Playbook): Program {
  const badges = playbook.badges.map((badge) => badgeListener(badge, playbook.version));
  const streaks = (playbook.streaks ?? []).flatMap(streakListeners);
  // Nobody foretells these, and they are no next step: they stand behind the rules and bonuses.
  const first = playbook.rules.length + (playbook.bonuses ?? []).length;
  const rewards = campaignRules(playbook).map((rule, i) =>
    ruleListener(compileRule(rule, first + i, playbook.version)),
  );
  const program = earning(compilePoints(playbook, [...badges, ...streaks, ...rewards], CORRECTIONS));
  if (playbook.expiry === undefined) return program;
  return {
    ...program,
    expiring: { keep: keepMonths, level: (draft, day) => levelOn(draft, day, playbook) },
  };
}

/** Has what earns currencies earn them, too; the browser's prediction does without. */
function earning(program: Program): Program {
  const { rules, bonuses = [], quests = [], version } = program.playbook;
  [...rules, ...bonuses].forEach(({ earns }, i) => {
    const compiled = program.rules[i];
    if (compiled && earns) compiled.earn = compileEarnings(compiled, earns);
  });
  const listeners = new Map(program.listeners);
  for (const quest of quests) {
    if (quest.earns === undefined) continue;
    for (const event of new Set(quest.steps.map((step) => step.event))) {
      listeners.set(event, payingQuest(listeners.get(event) ?? [], event, quest, quest.earns, version));
    }
  }
  return { ...program, listeners };
}
