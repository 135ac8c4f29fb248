import type { MemberId } from '@waymark/engine';
import { relocationIn } from '../record/known-relocations.js';
import { PUSHED } from '../record/push-row.js';
import {
  type Commit,
  type CommittedEntry,
  type CommittedEvent,
  memberKey,
  TOLD_LIMIT,
} from '../record/request.js';
import type { ReadContext } from './context.js';
import { storedEvent } from './stored-event.js';

const LIMIT = 2_000;

/** What was committed after a position, as the writer would have told it; of very much the latest. */
export async function committedAfter(context: ReadContext, position: number, limit = LIMIT): Promise<Commit> {
  const { tenant, reader } = context;
  const rows = await reader.kysely
    .selectFrom('log')
    .select(['position', 'event_id', 'user_id', 'company_id', 'received_at', 'body', 'source'])
    .where('tenant_id', '=', tenant)
    .where('position', '>', position)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  rows.reverse();
  const { rows: moves, homes } = await context.relocations(reader.kysely);
  const stamped = rows.map(({ company_id, user_id }) => ({ companyId: company_id, userId: user_id ?? '' }));
  const moved = moves.filter((move) => move.position > position).map(relocationIn);
  const concerned = [...stamped, ...moved.flatMap(({ from, to }) => [from, to])].flatMap((member) => [
    member,
    homes.of(member),
  ]);
  const entries = await entriesOf(context, rows, concerned);
  // What people chose and what operators corrected is nobody else's to watch.
  const events = rows
    .filter(({ source }) => source !== 'hub' && source !== 'erased')
    .map(
      (row): CommittedEvent => ({
        position: row.position,
        id: row.event_id,
        ...eventIn(row.body),
        userId: row.user_id ?? '',
        companyId: row.company_id,
        receivedAt: row.received_at,
        isLate: row.source === 'late',
        entries: entries.get(row.position) ?? [],
      }),
    );
  return {
    first: rows[0]?.position ?? position + 1,
    head: rows.at(-1)?.position ?? position,
    events: events.slice(-TOLD_LIMIT),
    members: new Set(concerned.map(({ companyId, userId }) => memberKey(companyId, userId))),
    companies: [...new Set(concerned.map(({ companyId }) => companyId))],
    meeting: [...new Set(concerned.map(({ companyId }) => companyId))],
    isForAll: rows.some(({ user_id, event_id }) => user_id === null && event_id.startsWith(PUSHED)),
  };
}

function eventIn(body: string): Pick<CommittedEvent, 'event' | 'timestamp'> {
  const { event, timestamp } = storedEvent(body);
  return { event, timestamp };
}

async function entriesOf(
  { tenant, reader }: ReadContext,
  rows: readonly { readonly position: number }[],
  members: readonly MemberId[],
): Promise<Map<number, CommittedEntry[]>> {
  const found = new Map<number, CommittedEntry[]>();
  const first = rows[0];
  if (first === undefined) return found;
  const entries = await reader.kysely
    .selectFrom('ledger')
    .select(['position', 'rule_id', 'points', 'capped', 'playbook_version'])
    .where('tenant_id', '=', tenant)
    .where('company_id', 'in', [...new Set(members.map(({ companyId }) => companyId))])
    .where('user_id', 'in', [...new Set(members.map(({ userId }) => userId))])
    .where('position', '>=', first.position)
    .execute();
  for (const entry of entries) {
    const list = found.get(entry.position) ?? [];
    list.push({
      ruleId: entry.rule_id,
      points: entry.points,
      capped: entry.capped,
      version: entry.playbook_version,
    });
    found.set(entry.position, list);
  }
  return found;
}
