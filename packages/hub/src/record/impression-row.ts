import { CAMPAIGN_EVENT, type Playbook, parseImpression } from '@waymark/contracts';
import type { Fact } from '@waymark/engine';
import type { ImpressionRow, Own } from '../storage/tables.js';

/** Begins the ids of what the hub itself says of campaigns. */
export const CAMPAIGN_FACT = 'hub:campaign:';
/** What nobody but the hub may say. */
export const HUBS_WORD: readonly string[] = ['entered', 'held_out', 'shown'];

/**
 * The row of what a fact of the log says of a campaign, null for one that says nothing; recorder and verifier make it by
 * this same function. That a checklist is done is no browser's to say: the hub finds it in the events.
 */
export function impressionRow(
  fact: Fact,
  position: number,
  playbook: Playbook | null,
): Own<ImpressionRow> | null {
  if (fact.event !== CAMPAIGN_EVENT || fact.userId === '') return null;
  const parsed = parseImpression(fact.properties);
  if (!parsed.ok) return null;
  const { campaignId, kind, arm = null, part = null } = parsed.value;
  if (HUBS_WORD.includes(kind) && !fact.id.startsWith(CAMPAIGN_FACT)) return null;
  if (kind === 'completed' && fact.source !== 'server' && hasChecklist(campaignId, playbook)) return null;
  return {
    event_id: fact.id,
    company_id: fact.companyId,
    user_id: fact.userId,
    campaign_id: campaignId,
    kind,
    arm,
    part,
    happened_at: fact.timestamp,
    ms: Date.parse(fact.timestamp),
    position,
  };
}

function hasChecklist(campaignId: string, playbook: Playbook | null): boolean {
  const campaign = playbook?.campaigns?.find(({ id }) => id === campaignId);
  if (campaign === undefined) return false;
  const arms = campaign.experiment?.arms ?? [];
  return [campaign, ...arms].some(({ content }) => content?.kind === 'checklist');
}
