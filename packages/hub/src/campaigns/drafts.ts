import {
  type CampaignDraft,
  type JsonObject,
  type Parsed,
  type Playbook,
  type Problem,
  parsePlaybook,
} from '@waymark/contracts';
import { lintPlaybook } from '@waymark/engine';
import type { ReadContext } from '../read/context.js';
import type { DraftRow } from '../storage/tables.js';
import { findingsOf } from './campaign-reads.js';

/** A playbook with a campaign in it, at its place. */
export interface Inserted {
  readonly parsed: Parsed<Playbook>;
  readonly index: number;
}

/** Puts a campaign, right or not, into a playbook: in the place of the one with its id, else at the end. */
export function insertCampaign(
  playbook: Playbook,
  campaign: unknown,
  change: Partial<Playbook> = {},
): Inserted {
  const { campaigns = [] } = playbook;
  const id = (campaign as { readonly id?: unknown } | null)?.id;
  const found = campaigns.findIndex((one) => one.id === id);
  const index = found < 0 ? campaigns.length : found;
  const all: unknown[] = [...campaigns];
  all[index] = campaign;
  return { parsed: parsePlaybook({ ...playbook, ...change, campaigns: all }), index };
}

/** What is wrong with a campaign in its playbook: paths are those of the campaign. */
export function problemsOf({ parsed, index }: Inserted): Problem[] {
  return parsed.ok ? [] : findingsOf(parsed.problems, index);
}

/** Reads drafts, the newest first; or the one of a campaign. */
export async function draftRows(
  { tenant, reader }: ReadContext,
  campaignId: string | null = null,
): Promise<DraftRow[]> {
  const query = reader.kysely.selectFrom('drafts').selectAll().where('tenant_id', '=', tenant);
  return (campaignId === null ? query : query.where('campaign_id', '=', campaignId))
    .orderBy('saved_at', 'desc')
    .orderBy('campaign_id')
    .execute();
}

/** A draft with all that is to be said of it. */
export function draftView(
  playbook: Playbook,
  { campaign_id, body, operator, saved_at }: Omit<DraftRow, 'tenant_id'>,
): CampaignDraft {
  const campaign: JsonObject = JSON.parse(body);
  const inserted = insertCampaign(playbook, campaign);
  const { parsed, index } = inserted;
  return {
    campaignId: campaign_id,
    campaign,
    operator,
    savedAt: saved_at,
    problems: problemsOf(inserted),
    findings: parsed.ok ? findingsOf(lintPlaybook(parsed.value), index) : [],
    replaces: (playbook.campaigns ?? []).some(({ id }) => id === campaign_id),
  };
}
