import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** The databases that the hub speaks. */
export type Dialect = 'sqlite' | 'postgres';

/** Where the data is; plain data, so that it can be handed to a thread. */
export type Target =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'postgres'; readonly url: string };

/** One connection: hand-written statements and Kysely over the same session, so that both share a transaction. */
export interface Session {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Tables>;
  /** Runs one statement; its parameters are `?1`, `?2` in SQLite and `$1`, `$2` in PostgreSQL. */
  all<Row>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` in a transaction that commits when it resolves and is undone when it throws. One at a time. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The reading side; it never holds up the writer. */
export interface ReadSession {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Tables>;
  /** Runs short work over one moment of the database. */
  view<T>(work: (view: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The same for work that may take minutes, beside everything else. */
  longView<T>(work: (view: Kysely<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
