import type { Outcome, Playbook } from '@waymark/contracts';
import { campaignRuleId, questRuleId } from './award.js';

/** The outcome that points were given for, by what the ledger calls their rule; null for points given by hand. */
export function outcomeOf(playbook: Playbook, ruleId: string): Outcome | null {
  const { rules, bonuses = [], quests = [], campaigns = [] } = playbook;
  const base = bonuses.find(({ id }) => id === ruleId)?.of ?? ruleId;
  const rule = rules.find(({ id }) => id === base) ?? quests.find(({ id }) => questRuleId(id) === ruleId);
  if (rule !== undefined) return rule.outcome;
  return campaigns.find(({ id }) => campaignRuleId(id) === ruleId)?.rewards?.outcome ?? null;
}
