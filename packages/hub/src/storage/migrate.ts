import { MIGRATIONS } from './migrations/index.js';
import { type Migration, schemaOf } from './migrations/migration.js';
import type { Session } from './session.js';

const EVERY_TENANT = '*';
/** Any number that nobody else locks in the same database. */
const LOCK = 7_239_461_058;

/**
 * Brings the schema up to date, all steps or none, under a lock: of many hubs that start at once one migrates and the
 * others wait. A database that a newer hub has migrated is refused.
 */
export async function migrate(
  session: Session,
  now: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await session.transaction(async () => {
    if (session.dialect === 'postgres') await session.all('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { kysely } = session;
    await session.all(
      'CREATE TABLE IF NOT EXISTS migrations (tenant_id text NOT NULL, name text NOT NULL, applied_at text NOT NULL, PRIMARY KEY (tenant_id, name))',
    );
    const rows = await kysely.selectFrom('migrations').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = rows.find(({ name }) => !migrations.some((known) => known.name === name));
    if (unknown !== undefined) {
      throw new Error(
        `This database has the migration "${unknown.name}", which this hub does not know: a newer hub made it. Run that one.`,
      );
    }
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      await migration.up(schemaOf(session));
      await kysely
        .insertInto('migrations')
        .values({ tenant_id: EVERY_TENANT, name: migration.name, applied_at: now })
        .execute();
    }
  });
}
