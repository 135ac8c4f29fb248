import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { ReadSession, Session } from '../session.js';
import type { Tables } from '../tables.js';

const INT8 = 20;
const NUMERIC = 1700;
const READERS = 5;
const CONNECT_MS = 10_000;

/** int8 and numeric come as text by default; every whole number here is far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** Opens the one connection that writes; a lost one is replaced at the next use. */
export function openPostgres(url: string): Session {
  let client: Promise<pg.Client> | null = null;
  /** The connection of the transaction under way: a new one would write outside it. */
  let within: pg.Client | null = null;

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      connectionString: url,
      types,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'waymark-hub writer',
    });
    const forget = (): void => {
      client = null;
    };
    fresh.on('error', forget);
    fresh.on('end', forget);
    await fresh.connect();
    return fresh;
  };
  const connected = async (): Promise<pg.Client> => {
    if (within !== null) return within;
    client ??= connect().catch((error: unknown) => {
      client = null;
      throw error;
    });
    return client;
  };

  const pool: PostgresPool = {
    async connect() {
      const one = await connected();
      return {
        query: one.query.bind(one),
        release: () => {},
      } as unknown as PostgresPoolClient;
    },
    async end() {},
  };

  return {
    dialect: 'postgres',
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    async all<Row>(statement: string, parameters: readonly unknown[] = []) {
      const result = await (await connected()).query(statement, [...parameters]);
      return result.rows as Row[];
    },
    async transaction(work) {
      const one = await connected();
      await one.query('BEGIN');
      within = one;
      try {
        const result = await work();
        await one.query('COMMIT');
        return result;
      } catch (error) {
        await one.query('ROLLBACK').catch(() => {});
        throw error;
      } finally {
        within = null;
      }
    },
    async close() {
      const last = client;
      client = null;
      await (await last?.catch(() => null))?.end();
    },
  };
}

/** Opens a few connections for reading. */
export function openPostgresReader(url: string): ReadSession {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: READERS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'waymark-hub reader',
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const view: ReadSession['view'] = (work) =>
    kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
  return {
    dialect: 'postgres',
    kysely,
    view,
    longView: view,
    close: () => kysely.destroy(),
  };
}
