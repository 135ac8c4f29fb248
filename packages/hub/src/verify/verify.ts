import type { Cells } from '@waymark/contracts';
import { canonicalCells } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import { memberKey } from '../record/request.js';
import type { Storage } from '../storage/open-storage.js';
import type { Tables } from '../storage/tables.js';
import { refold } from './refold.js';
import { stateHash } from './state-hash.js';

/** What a check of the whole database found. */
export interface Verification {
  readonly ok: boolean;
  readonly events: number;
  readonly users: number;
  readonly companies: number;
  /** Over the states as they are stored. */
  readonly stateHash: string;
  /** What differs between the log and what is stored, at most {@link DIFFERENCES_SHOWN}; empty when all agrees. */
  readonly differences: readonly string[];
}

const DIFFERENCES_SHOWN = 20;
const TABLES = {
  cells: ['company_id', 'user_id', 'span'],
  ledger: ['company_id', 'user_id', 'position', 'rule_id'],
  awards: ['company_id', 'user_id', 'kind', 'item', 'tier'],
  standings: ['company_id', 'period', 'user_id'],
  members: ['company_id', 'user_id'],
  preferences: ['company_id', 'user_id'],
  company_growth: ['company_id'],
  voids: ['event_id', 'company_id', 'user_id'],
  amounts: ['company_id', 'user_id', 'position', 'rule_id', 'currency'],
  redemptions: ['event_id'],
  fulfillments: ['event_id', 'company_id', 'user_id'],
  placements: ['company_id', 'user_id', 'period'],
  settlements: ['period'],
  relocations: ['event_id'],
  impressions: ['event_id'],
  pushes: ['event_id'],
} as const;
const PAGE = 5_000;

type Row = { readonly [column: string]: unknown };

/** Adds the whole log up anew and compares it, row by row, with what is stored. Reads one consistent view. */
export function verify({ reader, tenant }: Storage): Promise<Verification> {
  return reader.longView(async (view) => {
    const { tally, redemptionsLeft, events, users, companies, ...decided } = await refold(view, tenant);
    const { entries, companies: growths, ...changes } = tally.changes();
    const expected: { readonly [table in keyof typeof TABLES]: readonly Row[] } = {
      ...changes,
      ledger: entries,
      redemptions: [...changes.redemptions, ...redemptionsLeft],
      ...decided,
      company_growth: growths.filter(isWorth),
    } as never;
    const differences: string[] = [];
    const stored = new Map<
      string,
      { companyId: string; userId: string; cells: { [span: string]: Cells[string] } }
    >();

    for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
      const left = new Map(expected[table].map((row) => [nameOf(table, row), shape(table, row)]));
      for await (const row of rowsOf(view, tenant, table)) {
        if (table === 'company_growth' && !isWorth(row)) continue;
        const name = nameOf(table, row);
        const due = left.get(name);
        const there = shape(table, row);
        left.delete(name);
        if (due === undefined)
          differences.push(`${table} ${name}: stored, but nothing in the log leads to it`);
        else if (due !== there)
          differences.push(`${table} ${name}: the log leads to ${due}, stored is ${there}`);
        if (table === 'cells') keepCell(stored, row);
      }
      for (const [name, due] of left)
        differences.push(`${table} ${name}: the log leads to ${due}, nothing is stored`);
    }
    return {
      ok: differences.length === 0,
      events,
      users,
      companies,
      stateHash: stateHash(stored.values()),
      differences: differences.slice(0, DIFFERENCES_SHOWN),
    };
  });
}

/** A company that nobody brings anything any more is as good as none. */
function isWorth({ growth }: Row): boolean {
  return growth !== 0;
}

function nameOf(table: keyof typeof TABLES, row: Row): string {
  return JSON.stringify(TABLES[table].map((column) => row[column]));
}

/** A row as text that is equal for equal content. */
function shape(table: keyof typeof TABLES, row: Row): string {
  const { tenant_id: _, ...own } = row;
  if (table === 'cells') return canonicalCells(JSON.parse(String(row.cell)));
  return JSON.stringify(Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** All rows of a table in pages, by its key. */
async function* rowsOf(
  view: Kysely<Tables>,
  tenant: string,
  table: keyof typeof TABLES,
): AsyncGenerator<Row> {
  const key = sql.join(TABLES[table].map((column) => sql.ref(column)));
  let after: Row | undefined;
  for (;;) {
    const beyond =
      after === undefined
        ? sql``
        : sql`and (${key}) > (${sql.join(TABLES[table].map((column) => after?.[column]))})`;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} where tenant_id = ${tenant} ${beyond} order by ${key} limit ${sql.lit(PAGE)}`.execute(
        view,
      );
    yield* rows;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

function keepCell(
  stored: Map<string, { companyId: string; userId: string; cells: { [span: string]: Cells[string] } }>,
  row: Row,
): void {
  const companyId = String(row.company_id);
  const userId = String(row.user_id);
  const key = memberKey(companyId, userId);
  const member = stored.get(key) ?? { companyId, userId, cells: {} };
  member.cells[String(row.span)] = JSON.parse(String(row.cell));
  stored.set(key, member);
}
