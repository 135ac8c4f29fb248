import type { Impression } from '@waymark/engine/campaigns';
import type { Kysely } from 'kysely';
import type { Member } from '../read/context.js';
import type { ImpressionRow, Tables } from '../storage/tables.js';
import type { Campaigns } from './program.js';

/** Those that decisions ask for; a person's clicks are not among them. */
const ASKED = ['entered', 'held_out', 'shown', 'snoozed', 'dismissed', 'completed'] as const;

/**
 * What decisions about a person have to know of the past: what became of campaigns with them, and where limits are the
 * company's, what was shown to colleagues within the longest of these.
 */
export async function pastImpressions(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  { companyMemory }: Pick<Campaigns, 'companyMemory'>,
  now: number,
): Promise<Impression[]> {
  const own = await view
    .selectFrom('impressions')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('kind', 'in', ASKED)
    .orderBy('position')
    .execute();
  if (companyMemory === 0 || companyId === '') return own.map(impressionIn);
  const near = await view
    .selectFrom('impressions')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('kind', '=', 'shown')
    .where('ms', '>', now - companyMemory)
    .where('user_id', '<>', userId)
    .execute();
  return [...own, ...near].map(impressionIn);
}

function impressionIn(row: ImpressionRow): Impression {
  return {
    id: row.event_id,
    campaignId: row.campaign_id,
    kind: row.kind,
    userId: row.user_id,
    companyId: row.company_id,
    at: row.happened_at,
    ...(row.arm === null ? {} : { arm: row.arm }),
  };
}
