import type { Localized, Playbook } from '@waymark/contracts';
import { campaignRuleId, earnedName } from './award.js';

/**
 * The name of what the ledger calls a rule: a rule, a bonus, a quest or a campaign. Null for what this playbook doesn't
 * have.
 */
export function ledgerName(playbook: Playbook, ruleId: string): Localized | null {
  const campaign = playbook.campaigns?.find(({ id }) => campaignRuleId(id) === ruleId);
  return earnedName(playbook, ruleId) ?? campaign?.name ?? null;
}
