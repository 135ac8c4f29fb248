import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import type { Member } from './context.js';
import { storedEvent } from './stored-event.js';

/** A tier of a badge that a member holds, and the event that brought it. */
export interface BadgeAward {
  readonly badgeId: string;
  readonly tier: string;
  readonly eventId: string;
  readonly event: string;
  /** ISO 8601, as the event tells it. */
  readonly earnedAt: string;
}

/** A member's badges, first earned first. */
export async function badgeAwards(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
): Promise<BadgeAward[]> {
  const rows = await view
    .selectFrom('awards')
    .innerJoin('log', (join) =>
      join.onRef('log.tenant_id', '=', 'awards.tenant_id').onRef('log.position', '=', 'awards.position'),
    )
    .select(['awards.item', 'awards.tier', 'log.event_id', 'log.body'])
    .where('awards.tenant_id', '=', tenant)
    .where('awards.company_id', '=', companyId)
    .where('awards.user_id', '=', userId)
    .where('awards.kind', '=', 'badge')
    .orderBy('awards.position')
    .execute();
  return rows.map(({ item, tier, event_id, body }) => {
    const { event, timestamp } = storedEvent(body);
    return { badgeId: item, tier, eventId: event_id, event, earnedAt: timestamp };
  });
}
