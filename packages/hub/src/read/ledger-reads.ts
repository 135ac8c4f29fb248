import type { CurrencyAmount, DayView, LedgerEntry, Period } from '@waymark/contracts';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { CommittedEntry } from '../record/request.js';
import type { LedgerRow, LogRow, Tables } from '../storage/tables.js';
import type { Member, ReadContext } from './context.js';
import { ruleNameIn } from './playbook-views.js';
import { type StoredEvent, storedEvent } from './stored-event.js';

/** A ledger entry at its place in the log. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: LedgerEntry;
}

/** Which entries of a member: newest first, from above `after` and below `before`. */
export interface LedgerRange {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Reads a member's ledger. */
export async function ledgerOf(
  view: Kysely<Tables>,
  { tenant, playbook }: ReadContext,
  member: Member,
  { after, before, limit }: LedgerRange,
): Promise<PlacedEntry[]> {
  let query = entriesIn(view)
    .where('ledger.tenant_id', '=', tenant)
    .where('ledger.company_id', '=', member.companyId)
    .where('ledger.user_id', '=', member.userId);
  if (after !== undefined) query = query.where('ledger.position', '>', after);
  if (before !== undefined) query = query.where('ledger.position', '<', before);
  const rows = await query
    .orderBy('ledger.position', 'desc')
    .orderBy('ledger.rule_id')
    .limit(limit)
    .execute();
  const amounts = playbook.currencies === undefined ? null : await amountsOf(view, tenant, member, rows);
  return rows.map((row) => {
    const entry = entryOf(row, playbook);
    const its = amounts?.get(`${row.position} ${row.rule_id}`);
    return { position: row.position, entry: its === undefined ? entry : { ...entry, amounts: its } };
  });
}

/** What came of currencies with these entries, by position and rule. */
async function amountsOf(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  rows: readonly Pick<LedgerRow, 'position'>[],
): Promise<Map<string, CurrencyAmount[]>> {
  const found = new Map<string, CurrencyAmount[]>();
  const [newest, oldest] = [rows[0]?.position, rows.at(-1)?.position];
  if (newest === undefined || oldest === undefined) return found;
  const amounts = await view
    .selectFrom('amounts')
    .select(['position', 'rule_id', 'currency', 'amount'])
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('position', '>=', oldest)
    .where('position', '<=', newest)
    .orderBy('currency')
    .execute();
  for (const { position, rule_id, currency, amount } of amounts) {
    const key = `${position} ${rule_id}`;
    found.set(key, [...(found.get(key) ?? []), { currency, amount }]);
  }
  return found;
}

/** What a member's ledger adds up to on each of these local days. */
export async function daysOf(
  view: Kysely<Tables>,
  tenant: string,
  { companyId, userId }: Member,
  days: readonly string[],
): Promise<DayView[]> {
  const rows = await view
    .selectFrom('ledger')
    .select(({ fn }) => ['day', fn.sum<number>('points').as('points')])
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('day', 'in', days)
    .groupBy('day')
    .execute();
  const points = new Map(rows.map((row) => [row.day, Number(row.points)]));
  return days.map((day) => ({ day, points: points.get(day) ?? 0 }));
}

type EntryRow = Pick<LedgerRow, 'position' | 'rule_id' | 'points' | 'capped' | 'playbook_version'> &
  Pick<LogRow, 'event_id' | 'body'>;

/** Ledger entries with what their events say. */
function entriesIn(view: Kysely<Tables>): SelectQueryBuilder<Tables, 'ledger' | 'log', EntryRow> {
  return view
    .selectFrom('ledger')
    .innerJoin('log', (join) =>
      join.onRef('log.tenant_id', '=', 'ledger.tenant_id').onRef('log.position', '=', 'ledger.position'),
    )
    .select([
      'ledger.position',
      'ledger.rule_id',
      'ledger.points',
      'ledger.capped',
      'ledger.playbook_version',
      'log.event_id',
      'log.body',
    ]);
}

function entryOf(row: EntryRow, playbook: ReadContext['playbook']): LedgerEntry {
  const entry = {
    ruleId: row.rule_id,
    points: row.points,
    capped: row.capped,
    version: row.playbook_version,
  };
  return ledgerEntry({ ...storedEvent(row.body), id: row.event_id }, entry, playbook);
}

/** A change of points as people see it. */
export function ledgerEntry(
  event: StoredEvent & { readonly id: string },
  entry: CommittedEntry,
  playbook: ReadContext['playbook'],
): LedgerEntry {
  return {
    id: `${event.id}:${entry.ruleId}`,
    eventId: event.id,
    event: event.event,
    ruleId: entry.ruleId,
    ruleName: ruleNameIn(playbook, entry.ruleId),
    points: entry.points,
    capped: entry.capped as Period | null,
    timestamp: event.timestamp,
    playbookVersion: entry.version,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
  };
}
