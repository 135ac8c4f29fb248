import type { CompiledCampaign, Decision, Impression, Profile } from '@waymark/engine/campaigns';
import { CAMPAIGN_FACT } from '../record/impression-row.js';
import type { Campaigns } from './program.js';

/** Something that the hub is to say once of a campaign and a person. */
export interface Due {
  readonly campaignId: string;
  readonly kind: 'entered' | 'held_out' | 'completed';
  readonly arm: string | null;
}

/**
 * What the hub has to say that it has not said yet: that it would be the person's turn, and that a campaign is completed. A
 * checklist is when events have done all of its items; what else pays, once the person's browser says so of something
 * that the hub let it show.
 */
export function dueOf(
  profile: Profile,
  { program }: Pick<Campaigns, 'program'>,
  impressions: readonly Impression[],
  { verdicts }: Pick<Decision, 'verdicts'>,
  today: string,
): Due[] {
  const { userId, companyId } = profile;
  const own = new Map<string, Impression[]>();
  for (const one of impressions) {
    if (one.userId !== userId || one.companyId !== companyId) continue;
    const known = own.get(one.campaignId);
    if (known === undefined) own.set(one.campaignId, [one]);
    else known.push(one);
  }
  const entries = verdicts.flatMap(({ campaignId, entry }) =>
    entry === null ? [] : [{ campaignId, ...entry }],
  );
  const completions = program.campaigns.flatMap((compiled): Due[] => {
    const { id, status } = compiled.campaign;
    if (status !== 'live') return [];
    const past = own.get(id) ?? [];
    const entered =
      past.find(({ kind }) => kind === 'entered') ??
      entries.find(({ campaignId, kind }) => campaignId === id && kind === 'entered');
    if (entered === undefined || past.some(isHubsCompletion)) return [];
    const arm = entered.arm ?? null;
    const isDone = isDoneByEvents(compiled, arm, profile, today) ?? isPaidByWord(compiled, past);
    return isDone ? [{ campaignId: id, kind: 'completed', arm }] : [];
  });
  return [...entries, ...completions];
}

function isHubsCompletion({ id, kind }: Impression): boolean {
  return kind === 'completed' && id.startsWith(CAMPAIGN_FACT);
}

/** Whether all items of a checklist are done; null for what is none. */
function isDoneByEvents(
  { campaign, contentOf }: CompiledCampaign,
  arm: string | null,
  { userTraits, companyTraits, growth, events }: Profile,
  today: string,
): boolean | null {
  const variant = campaign.experiment?.arms?.find(({ id }) => id === arm)?.content ?? campaign.content;
  if (variant.kind !== 'checklist') return null;
  const reader = { userTraits, companyTraits, growth, levelTitle: '', events, language: null, today };
  const content = contentOf(arm)(reader);
  return content.kind === 'checklist' && content.items.every(({ done }) => done);
}

function isPaidByWord({ campaign }: CompiledCampaign, past: readonly Impression[]): boolean {
  if (campaign.rewards === undefined) return false;
  return past.some(({ kind }) => kind === 'shown') && past.some(({ kind }) => kind === 'completed');
}
