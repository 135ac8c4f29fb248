import { migrate } from './migrate.js';
import type { ReadSession, Session, Target } from './session.js';

/** Each database brings a driver: only the one that is stored in is loaded. */
const DIALECTS = {
  async sqlite(file: string) {
    const { openSqlite, openSqliteReader } = await import('./sqlite/sqlite-session.js');
    return { open: () => openSqlite(file), openReader: () => openSqliteReader(file) };
  },
  async postgres(url: string) {
    const { openPostgres, openPostgresReader } = await import('./postgres/postgres-session.js');
    return { open: () => openPostgres(url), openReader: () => openPostgresReader(url) };
  },
};

const dialectOf = (target: Target) =>
  target.dialect === 'sqlite' ? DIALECTS.sqlite(target.file) : DIALECTS.postgres(target.url);

/** Opens the writing connection and brings the schema up to date. */
export async function openSession(target: Target, now: string): Promise<Session> {
  const { open } = await dialectOf(target);
  const session = open();
  try {
    await migrate(session, now);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Opens the reading side of a database that {@link openSession} has prepared. */
export async function openReadSession(target: Target): Promise<ReadSession> {
  const { openReader } = await dialectOf(target);
  return openReader();
}
