import type { LiveEvent } from '@waymark/contracts';
import type { CommittedEvent } from '../record/request.js';
import type { ReadContext } from './context.js';
import { ledgerEntry } from './ledger-reads.js';
import { shownName } from './names.js';

/** Committed events as operators see them, with names. */
export async function liveEvents(
  context: ReadContext,
  events: readonly CommittedEvent[],
): Promise<LiveEvent[]> {
  const isGuarded = context.playbook.privacy === 'works-council';
  const users = await namesOf(
    context,
    'users',
    events.map(({ userId }) => userId),
  );
  const companies = await namesOf(
    context,
    'companies',
    events.map(({ companyId }) => companyId),
  );
  return events.map((event) => ({
    position: String(event.position),
    id: event.id,
    event: event.event,
    // Who did what is nobody's to watch under a works council's eye.
    userId: isGuarded ? '' : event.userId,
    userName: isGuarded ? '' : (users.get(event.userId) ?? event.userId),
    companyId: event.companyId,
    companyName: companies.get(event.companyId) ?? event.companyId,
    timestamp: event.timestamp,
    receivedAt: event.receivedAt,
    ...(event.isLate ? { late: true } : {}),
    entries: event.entries.map((entry) => ledgerEntry(event, entry, context.playbook)),
  }));
}

async function namesOf(
  { tenant, reader, nameOf }: ReadContext,
  of: 'users' | 'companies',
  given: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(given)].filter((id) => id !== '');
  if (ids.length === 0) return new Map();
  const rows =
    of === 'users'
      ? await reader.kysely
          .selectFrom('users')
          .select(['user_id as id', shownName('users').as('name')])
          .where('tenant_id', '=', tenant)
          .where('user_id', 'in', ids)
          .execute()
      : await reader.kysely
          .selectFrom('companies')
          .select(['company_id as id', shownName('companies').as('name')])
          .where('tenant_id', '=', tenant)
          .where('company_id', 'in', ids)
          .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name ?? id]));
  for (const id of ids) if (!names.has(id)) names.set(id, nameOf(of === 'users' ? 'user' : 'company', id));
  return names;
}
