import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { ReadSession, Session } from '../session.js';
import type { Tables } from '../tables.js';
import { openSqliteFile, type SqliteFile } from './sqlite-file.js';

/** Pages of the write-ahead log after which SQLite moves them into the file, which costs fsyncs of its own: 64 MB. */
const CHECKPOINT_PAGES = 16_000;
const CACHE_KIB = 32_000;

/** Opens the one connection that writes and checkpoints. Every commit is on disk when it returns. */
export function openSqlite(path: string): Session {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSqliteFile(path);
  file.all('PRAGMA journal_mode = WAL');
  file.all('PRAGMA synchronous = FULL');
  file.all(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  file.all(`PRAGMA cache_size = -${CACHE_KIB}`);
  const kysely = kyselyOver(file);
  return {
    dialect: 'sqlite',
    kysely,
    all: async (statement, parameters) => file.all(statement, parameters),
    transaction: (work) => transaction(file, 'BEGIN IMMEDIATE', work),
    close: async () => file.close(),
  };
}

/** Opens a connection that only reads. */
export function openSqliteReader(path: string): ReadSession {
  const file = readOnly(path);
  const moment = readOnly(path);
  const moments = kyselyOver(moment);
  let last: Promise<unknown> = Promise.resolve();
  return {
    dialect: 'sqlite',
    kysely: kyselyOver(file),
    view(work) {
      const turn = last.then(() => transaction(moment, 'BEGIN', () => work(moments)));
      last = turn.catch(() => {});
      return turn;
    },
    async longView(work) {
      const own = readOnly(path);
      try {
        return await transaction(own, 'BEGIN', () => work(kyselyOver(own)));
      } finally {
        own.close();
      }
    },
    async close() {
      await last;
      moment.close();
      file.close();
    },
  };
}

function readOnly(path: string): SqliteFile {
  const file = openSqliteFile(path);
  file.all('PRAGMA query_only = ON');
  return file;
}

async function transaction<T>(file: SqliteFile, begin: string, work: () => Promise<T>): Promise<T> {
  file.all(begin);
  try {
    const result = await work();
    file.all('COMMIT');
    return result;
  } catch (error) {
    // A full disk or an I/O error undoes the transaction by itself; then there is nothing left to undo.
    try {
      file.all('ROLLBACK');
    } catch {}
    throw error;
  }
}

/** Kysely asks for the interface of better-sqlite3. */
function kyselyOver(file: SqliteFile): Kysely<Tables> {
  const database: SqliteDatabase = {
    prepare: (statement) => ({
      reader: true,
      all: (parameters) => file.all(statement, parameters),
      run: (parameters) => {
        file.all(statement, parameters);
        return { changes: 0, lastInsertRowid: 0 };
      },
      iterate: (parameters) => file.all(statement, parameters)[Symbol.iterator](),
    }),
    close: () => {},
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
