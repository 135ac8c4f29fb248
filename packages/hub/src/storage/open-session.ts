import { migrate } from './migrate.js';
import { openPostgres, openPostgresReader } from './postgres/postgres-session.js';
import type { ReadSession, Session, Target } from './session.js';
import { openSqlite, openSqliteReader } from './sqlite/sqlite-session.js';

/** Opens the writing connection and brings the schema up to date. */
export async function openSession(target: Target, now: string): Promise<Session> {
  const session = target.dialect === 'sqlite' ? openSqlite(target.file) : openPostgres(target.url);
  try {
    await migrate(session, now);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Opens the reading side of a database that {@link openSession} has prepared. */
export function openReadSession(target: Target): ReadSession {
  return target.dialect === 'sqlite' ? openSqliteReader(target.file) : openPostgresReader(target.url);
}
