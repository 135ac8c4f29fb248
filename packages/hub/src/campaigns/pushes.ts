import type { Campaign } from '@waymark/contracts';
import type { Kysely } from 'kysely';
import type { Member } from '../read/context.js';
import type { PushRow, Tables } from '../storage/tables.js';

const HOUR = 3_600_000;
const PUSH_HOURS = 24;

/** How long a push of any of these campaigns waits at most, in milliseconds; 0 where none can be sent. */
export function longestPush(campaigns: readonly Pick<Campaign, 'triggers'>[]): number {
  const triggers = campaigns.flatMap(({ triggers = [] }) => triggers);
  return Math.max(
    0,
    ...triggers.map((trigger) => (trigger.kind === 'push' ? (trigger.hours ?? PUSH_HOURS) * HOUR : 0)),
  );
}

/** What was sent to a person, or to many, after a time: the latest first. */
export function pushesSince(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  since: number,
): Promise<PushRow[]> {
  return view
    .selectFrom('pushes')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where((or) =>
      or.or([
        or.and([or('company_id', '=', companyId), or('user_id', '=', userId)]),
        or.and([or('company_id', '=', ''), or('user_id', '=', '')]),
      ]),
    )
    .where('ms', '>', since)
    .orderBy('ms', 'desc')
    .orderBy('event_id')
    .execute();
}
