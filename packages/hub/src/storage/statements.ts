import type { Dialect } from './session.js';
import {
  AMOUNT,
  AWARD,
  AWARD_KEY,
  CHOSEN,
  IMPRESSION,
  LEDGER,
  LOG,
  MEMBER,
  MEMBER_SPAN,
  PLACEMENT,
  PREFERENCES,
  PUSH,
  REDEEMED,
  RELOCATION,
  type Shape,
  STANDING,
  VOID,
} from './shapes.js';

/** A statement whose second parameter is rows of these columns. */
export interface RowsStatement {
  readonly text: string;
  readonly columns: readonly string[];
}

/**
 * Rows as the JSON parameter of a statement. SQLite gets lists without names, a third faster than objects to take apart
 * and half as long; PostgreSQL's `jsonb_to_recordset` wants names.
 */
export function rowsParameter(dialect: Dialect, { columns }: RowsStatement, rows: readonly object[]): string {
  if (dialect === 'postgres') return JSON.stringify(rows);
  return JSON.stringify(
    rows.map((row) => columns.map((name) => (row as { readonly [column: string]: unknown })[name] ?? null)),
  );
}

/** What an insert does with a row that is there already. */
interface Conflict {
  readonly key: readonly string[];
  /** Column → its new value; absent to keep the old row. */
  readonly set?: { readonly [column: string]: string };
  readonly where?: string;
}

/**
 * The hot statements. Each takes the tenant and one JSON parameter with all rows of a batch, so that a batch is one
 * statement of a fixed text, however many rows it has.
 */
export function statementsOf(dialect: Dialect) {
  const greatest = dialect === 'sqlite' ? 'max' : 'greatest';
  const names = (table: string, id: string) => ({
    give: insert(dialect, table, { [id]: 'text', given_name: 'text' }, { key: [id] }),
    tell: insert(
      dialect,
      table,
      { [id]: 'text', given_name: 'text', told_name: 'text', told_ms: 'bigint', told_by: 'text' },
      latest(id, 'told', 'told_name'),
    ),
    describe: insert(
      dialect,
      table,
      { [id]: 'text', given_name: 'text', traits: 'text', traits_ms: 'bigint', traits_by: 'text' },
      latest(id, 'traits', 'traits'),
    ),
    claim: insert(
      dialect,
      table,
      { [id]: 'text', given_name: 'text', claimed_name: 'text' },
      { key: [id], set: { claimed_name: 'excluded.claimed_name' } },
    ),
  });
  return {
    lock: dialect === 'postgres' ? 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))' : null,
    head: `SELECT coalesce(max(position), 0) AS head FROM log WHERE tenant_id = ${parameter(dialect, 1)}`,
    corrected: `SELECT ${['voids', 'relocations'].map((table) => `(SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE tenant_id = ${parameter(dialect, 1)} LIMIT 1) AS first) AS ${table}`).join(', ')}`,
    saveRelocations: insert(dialect, 'relocations', RELOCATION, {
      key: ['event_id'],
      set: { is_void: 'excluded.is_void', position: 'excluded.position' },
    }),
    addVoids: insert(dialect, 'voids', VOID, { key: ['event_id', 'company_id', 'user_id'] }),
    emptyCells: remove(dialect, 'cells', MEMBER_SPAN),
    loseAwards: remove(dialect, 'awards', AWARD_KEY),
    known: lookUp(dialect, { event_id: 'text' }, 'log', ['event_id'], ['event_id']),
    append: insert(dialect, 'log', LOG),
    cells: lookUp(dialect, MEMBER_SPAN, 'cells', Object.keys(MEMBER_SPAN), [
      ...Object.keys(MEMBER_SPAN),
      'cell',
    ]),
    saveCells: insert(
      dialect,
      'cells',
      { ...MEMBER_SPAN, cell: 'text' },
      { key: ['company_id', 'user_id', 'span'], set: { cell: 'excluded.cell' } },
    ),
    addEntries: insert(dialect, 'ledger', LEDGER),
    addAmounts: insert(dialect, 'amounts', AMOUNT),
    addFulfillments: insert(dialect, 'fulfillments', VOID, { key: ['event_id', 'company_id', 'user_id'] }),
    addRedemptions: insert(dialect, 'redemptions', REDEEMED),
    addAwards: insert(dialect, 'awards', AWARD, { key: ['company_id', 'user_id', 'kind', 'item', 'tier'] }),
    addStandings: insert(dialect, 'standings', STANDING, {
      key: ['company_id', 'period', 'user_id'],
      set: { points: 'kept.points + excluded.points' },
    }),
    saveMembers: insert(dialect, 'members', MEMBER, {
      key: ['company_id', 'user_id'],
      set: {
        growth: 'excluded.growth',
        level: 'excluded.level',
        events: 'excluded.events',
        role: 'coalesce(excluded.role, kept.role)',
        last_seen:
          'CASE WHEN excluded.last_ms >= kept.last_ms THEN excluded.last_seen ELSE kept.last_seen END',
        last_ms: `${greatest}(excluded.last_ms, kept.last_ms)`,
        position: 'excluded.position',
      },
    }),
    addCompanyGrowth: insert(
      dialect,
      'company_growth',
      { company_id: 'text', growth: 'bigint' },
      { key: ['company_id'], set: { growth: 'kept.growth + excluded.growth' } },
    ),
    savePreferences: insert(dialect, 'preferences', PREFERENCES, {
      key: ['company_id', 'user_id'],
      set: Object.fromEntries(CHOSEN.map((column) => [column, `excluded.${column}`])),
    }),
    addPlacements: insert(dialect, 'placements', PLACEMENT),
    addImpressions: insert(dialect, 'impressions', IMPRESSION),
    dropImpressions: remove(dialect, 'impressions', { event_id: 'text' }),
    addPushes: insert(dialect, 'pushes', PUSH),
    addSettlements: insert(dialect, 'settlements', { period: 'text', position: 'bigint' }),
    users: names('users', 'user_id'),
    companies: names('companies', 'company_id'),
  };
}

/** Keeps what was said last, by its own time and then by the event's id, in whatever order it arrives. */
function latest(id: string, clock: 'told' | 'traits', value: string): Conflict {
  const columns = [value, `${clock}_ms`, `${clock}_by`];
  return {
    key: [id],
    set: Object.fromEntries(columns.map((column) => [column, `excluded.${column}`])),
    where: `(excluded.${clock}_ms, excluded.${clock}_by) > (kept.${clock}_ms, kept.${clock}_by)`,
  };
}

function parameter(dialect: Dialect, number: number): string {
  return dialect === 'sqlite' ? `?${number}` : `$${number}`;
}

/** The rows of the JSON parameter as a table named `given`. */
function rows(dialect: Dialect, shape: Shape): string {
  const columns = Object.entries(shape);
  if (dialect === 'postgres') {
    return `jsonb_to_recordset($2::jsonb) AS given(${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`;
  }
  const picked = columns.map(([name], i) => `list ->> ${i} AS ${name}`).join(', ');
  // LIMIT keeps SQLite from dissolving the inner query: it would write each row's text anew for every column.
  return `(SELECT ${picked} FROM (SELECT value AS list FROM json_each(?2) LIMIT -1)) AS given`;
}

/**
 * Finds rows by a unique key. Each database is told to look every given row up by that key: PostgreSQL by a LATERAL that
 * cannot be dissolved, SQLite by a CROSS JOIN. Left to themselves they would now and then read a whole table, since they
 * cannot see how few rows a JSON parameter holds.
 */
function lookUp(
  dialect: Dialect,
  shape: Shape,
  table: string,
  key: readonly string[],
  columns: readonly string[],
): RowsStatement {
  const match = ['tenant_id', ...key]
    .map((name) => `found.${name} = ${name === 'tenant_id' ? parameter(dialect, 1) : `given.${name}`}`)
    .join(' AND ');
  const picked = columns.map((name) => `found.${name}`).join(', ');
  const text =
    dialect === 'sqlite'
      ? `SELECT ${picked} FROM ${rows(dialect, shape)} CROSS JOIN ${table} AS found ON ${match}`
      : `SELECT ${picked} FROM ${rows(dialect, shape)} CROSS JOIN LATERAL (SELECT * FROM ${table} AS found WHERE ${match} LIMIT 1) AS found`;
  return { text, columns: Object.keys(shape) };
}

/** Deletes the rows of a key. */
function remove(dialect: Dialect, table: string, key: Shape): RowsStatement {
  const columns = Object.keys(key);
  const text = `DELETE FROM ${table} WHERE tenant_id = ${parameter(dialect, 1)} AND (${columns.join(', ')}) IN (SELECT ${columns.map((name) => `given.${name}`).join(', ')} FROM ${rows(dialect, key)})`;
  return { text, columns };
}

function insert(dialect: Dialect, table: string, shape: Shape, conflict?: Conflict): RowsStatement {
  const columns = Object.keys(shape);
  return { text: insertText(dialect, table, shape, columns, conflict), columns };
}

function insertText(
  dialect: Dialect,
  table: string,
  shape: Shape,
  columns: readonly string[],
  conflict: Conflict | undefined,
): string {
  const into = `INSERT INTO ${table} AS kept (tenant_id, ${columns.join(', ')})`;
  // SQLite needs the WHERE to tell ON CONFLICT from a join.
  const from = `SELECT ${parameter(dialect, 1)}, ${columns.map((name) => `given.${name}`).join(', ')} FROM ${rows(dialect, shape)} WHERE true`;
  if (conflict === undefined) return `${into} ${from}`;
  const key = `ON CONFLICT (tenant_id, ${conflict.key.join(', ')})`;
  if (conflict.set === undefined) return `${into} ${from} ${key} DO NOTHING`;
  const set = Object.entries(conflict.set).map(([name, value]) => `${name} = ${value}`);
  const where = conflict.where === undefined ? '' : ` WHERE ${conflict.where}`;
  return `${into} ${from} ${key} DO UPDATE SET ${set.join(', ')}${where}`;
}
