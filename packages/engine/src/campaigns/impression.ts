import type { CAMPAIGN_EVENT, ImpressionKind, ImpressionProperties } from '@waymark/contracts';
import type { Fact } from '../fact.js';

/** What became of a campaign with a person, as the log has it. */
export interface Impression {
  /** The event's id: one that came twice counts once. */
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ImpressionKind;
  readonly userId: string;
  readonly companyId: string;
  /** ISO 8601 with an offset. */
  readonly at: string;
  readonly arm?: string | undefined;
}

/** The name that contracts give the event. */
const CAMPAIGN: typeof CAMPAIGN_EVENT = '$campaign';

/** What a fact says of a campaign; null when it is about something else. Its properties have been parsed. */
export function impressionOf({
  event,
  id,
  userId,
  companyId,
  timestamp,
  properties,
}: Fact): Impression | null {
  if (event !== CAMPAIGN) return null;
  const { campaignId, kind, arm } = properties as unknown as ImpressionProperties;
  return { id, campaignId, kind, userId, companyId, at: timestamp, ...(arm !== undefined && { arm }) };
}

/** How far a campaign came with a person; what is further down this list is further. */
const COURSE = ['held_out', 'entered', 'shown', 'snoozed', 'dismissed', 'completed'] as const;
/** How far a campaign came with a person. */
export type CampaignState = 'never' | (typeof COURSE)[number];

/** The furthest that a campaign came with a person, whatever came first. */
export function campaignState(impressions: readonly Impression[]): CampaignState {
  let furthest = -1;
  for (const { kind } of impressions) {
    furthest = Math.max(furthest, COURSE.indexOf(kind as (typeof COURSE)[number]));
  }
  return COURSE[furthest] ?? 'never';
}

/** Past impressions made ready for decisions about one person: each once, by campaign, the person's apart from the company's. */
export interface PastImpressions {
  /** The person's own, by campaign. */
  of(campaignId: string): readonly Impression[];
  /** When campaigns were shown to the person, or to anybody in the company; milliseconds, ascending. */
  shown(by: 'user' | 'company', isAmong: (campaignId: string) => boolean): readonly number[];
}

/** Sorts impressions out for one person; those of other companies are nothing to them. */
export function seenBy(
  userId: string,
  companyId: string,
  impressions: readonly Impression[],
): PastImpressions {
  const own = new Map<string, Impression[]>();
  const shown: { campaignId: string; isOwn: boolean; ms: number }[] = [];
  const ids = new Set<string>();
  for (const one of impressions) {
    const isOwn = one.userId === userId && one.companyId === companyId;
    const isNear = isOwn || (companyId !== '' && one.companyId === companyId);
    if (!isNear || ids.has(one.id)) continue;
    ids.add(one.id);
    if (isOwn) own.set(one.campaignId, [...(own.get(one.campaignId) ?? []), one]);
    if (one.kind === 'shown') shown.push({ campaignId: one.campaignId, isOwn, ms: Date.parse(one.at) });
  }
  shown.sort((a, b) => a.ms - b.ms);
  return {
    of: (campaignId) => own.get(campaignId) ?? [],
    shown: (by, isAmong) =>
      shown
        .filter(({ campaignId, isOwn }) => (isOwn || by === 'company') && isAmong(campaignId))
        .map(({ ms }) => ms),
  };
}
