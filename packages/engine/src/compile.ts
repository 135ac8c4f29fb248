import type { Playbook } from '@waymark/contracts';
import { badgeListener } from './badges.js';
import { CORRECTIONS } from './corrections.js';
import { compileEarnings } from './earnings.js';
import { keepMonths, levelOn } from './expiry.js';
import { compilePoints } from './points-program.js';
import type { Program } from './program.js';
import { streakListeners } from './streak-days.js';

/**
 * Indexes a playbook by event name and compiles its conditions.
 *
 * @example const program = compilePlaybook(parsed.value);
 */
export function compilePlaybook(playbook: Playbook): Program {
  const badges = playbook.badges.map((badge) => badgeListener(badge, playbook.version));
  const streaks = (playbook.streaks ?? []).flatMap(streakListeners);
  const program = compilePoints(playbook, [...badges, ...streaks], CORRECTIONS);
  playbook.rules.forEach((rule, i) => {
    const compiled = program.rules[i];
    if (compiled && rule.earns) compiled.earn = compileEarnings(rule, rule.earns);
  });
  if (playbook.expiry === undefined) return program;
  return {
    ...program,
    expiring: { keep: keepMonths, level: (draft, day) => levelOn(draft, day, playbook) },
  };
}
