import { createRequire } from 'node:module';

/** The part of SQLite that the hub uses, the same over `node:sqlite` and `libsql`. */
export interface SqliteFile {
  all<Row>(statement: string, parameters?: readonly unknown[]): Row[];
  close(): void;
}

interface Statement {
  all(...parameters: unknown[]): unknown[];
}

interface Driver {
  prepare(statement: string): Statement;
  close(): void;
}

const require = createRequire(import.meta.url);
const LEAST_NODE_SQLITE = [22, 13] as const;
const BUSY_MS = 30_000;

/**
 * Opens a database file. `node:sqlite` needs no flag from Node 22.13 on; before that `libsql` stands in, which brings
 * its binary along and needs no compiler.
 */
export function openSqliteFile(path: string): SqliteFile {
  const driver = hasNodeSqlite() ? openNodeSqlite(path) : openLibsql(path);
  const prepared = new Map<string, Statement>();
  const all = <Row>(text: string, parameters: readonly unknown[] = []): Row[] => {
    let statement = prepared.get(text);
    if (statement === undefined) {
      statement = driver.prepare(text);
      prepared.set(text, statement);
    }
    return statement.all(...parameters) as Row[];
  };
  all(`PRAGMA busy_timeout = ${BUSY_MS}`);
  return {
    all,
    close() {
      prepared.clear();
      driver.close();
    },
  };
}

function hasNodeSqlite(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > LEAST_NODE_SQLITE[0] || (major === LEAST_NODE_SQLITE[0] && minor >= LEAST_NODE_SQLITE[1]);
}

function openNodeSqlite(path: string): Driver {
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (path: string) => Driver };
  return new DatabaseSync(path);
}

function openLibsql(path: string): Driver {
  const Database = require('libsql') as new (path: string) => Driver;
  return new Database(path);
}
