import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { DATABASES } from '../../tests/fixture.js';
import { databaseOver } from '../../tests/hub-over.js';
import { createLog, type Log } from './log.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { openReadSession, openSession } from './open-session.js';
import { targetOf } from './open-storage.js';
import type { Session, Target } from './session.js';

const NOW = '2026-08-22T12:00:00.000Z';
const EMPTY = { log: [], cells: [], entries: [], awards: [], standings: [], members: [] };
/** What people send and databases stumble over. */
const ODD = 'a\u0000b \ud800 "quoted" \\ \u2028 😀 名';

/** The one suite that every storage passes. */
describe.each(DATABASES)('storage: $name', ({ name, start }) => {
  const database = databaseOver(start);
  let target: Target;
  let session: Session;
  let log: Log;

  beforeEach(async () => {
    target = targetOf(await database.fresh());
    session = await openSession(target, NOW);
    log = createLog(session, 'main');
    return () => session.close();
  });

  const row = (position: number, change = {}) => ({
    position,
    event_id: `e${position}`,
    company_id: 'acme',
    user_id: 'u1',
    role: null,
    received_at: NOW,
    sent_at: null,
    playbook_version: 1,
    body: '{}',
    source: 'browser' as const,
    traits: null,
    ...change,
  });

  it('keeps what a committed transaction wrote, and shows it to a reader', async () => {
    await log.transaction(() => log.write({ ...EMPTY, log: [row(1), row(2)] }));
    expect(await log.head()).toBe(2);
    const reader = await openReadSession(target);
    const rows = await reader.kysely.selectFrom('log').selectAll().orderBy('position').execute();
    await reader.close();
    expect(rows).toEqual([
      { tenant_id: 'main', ...row(1) },
      { tenant_id: 'main', ...row(2) },
    ]);
  });

  it('keeps nothing of a transaction that failed', async () => {
    const failing = log.transaction(async () => {
      await log.write({ ...EMPTY, log: [row(1)] });
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    expect(await log.head()).toBe(0);
  });

  it.runIf(name === 'PostgreSQL')(
    'undoes what a lost connection was doing, and goes on over a new one',
    async () => {
      const lost = log.transaction(async () => {
        await log.write({ ...EMPTY, log: [row(1)] });
        const [own] = await session.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const other = await openSession(target, NOW);
        await other.all('SELECT pg_terminate_backend($1)', [own?.pid]);
        await other.close();
        // Were this to run on a new connection it would stay, outside of the transaction that is lost.
        await log.write({ ...EMPTY, log: [row(2)] });
      });
      await expect(lost).rejects.toThrow(/connection|terminat/i);
      await log.transaction(() => log.write({ ...EMPTY, log: [row(3)] }));
      const rows = await session.kysely.selectFrom('log').select('position').execute();
      expect(rows).toEqual([{ position: 3 }]);
    },
  );

  it('finds the ids that it holds, and only those of the tenant', async () => {
    await log.write({ ...EMPTY, log: [row(1), row(2)] });
    expect(await log.known(['e1', 'e3', "'; --"])).toEqual(new Set(['e1']));
    expect(await createLog(session, 'other').known(['e1'])).toEqual(new Set());
  });

  it('refuses an event id twice and a position twice', async () => {
    await log.write({ ...EMPTY, log: [row(1)] });
    await expect(log.write({ ...EMPTY, log: [row(2, { event_id: 'e1' })] })).rejects.toThrow();
    await expect(log.write({ ...EMPTY, log: [row(1, { event_id: 'e9' })] })).rejects.toThrow();
  });

  it('gives back odd text as it was', async () => {
    const body = JSON.stringify({ properties: { odd: ODD } });
    await log.write({ ...EMPTY, log: [row(1, { body })] });
    const [found] = await session.kysely.selectFrom('log').select('body').execute();
    expect(found?.body).toBe(body);
  });

  it('replaces cells by their key', async () => {
    const key = { company_id: 'acme', user_id: 'u1', span: 'all' };
    await log.write({ ...EMPTY, cells: [{ ...key, cell: '{"growth":1}' }] });
    await log.write({
      ...EMPTY,
      cells: [
        { ...key, cell: '{"growth":2}' },
        { ...key, span: '2026-08', cell: '{}' },
      ],
    });
    const found = await log.cells([key, { ...key, user_id: 'nobody' }]);
    expect(found).toEqual([{ ...key, cell: '{"growth":2}' }]);
  });

  it('adds to standings', async () => {
    const key = { company_id: 'acme', period: '2026-08', user_id: 'u1' };
    await log.write({ ...EMPTY, standings: [{ ...key, points: 40 }] });
    await log.write({ ...EMPTY, standings: [{ ...key, points: 2 }] });
    const rows = await session.kysely.selectFrom('standings').selectAll().execute();
    expect(rows).toEqual([{ tenant_id: 'main', ...key, points: 42 }]);
  });

  it('keeps the first of an award', async () => {
    const award = {
      company_id: 'acme',
      user_id: 'u1',
      kind: 'badge' as const,
      item: 'shipper',
      tier: 'bronze',
      playbook_version: 1,
    };
    await log.write({ ...EMPTY, awards: [{ ...award, position: 3 }] });
    await log.write({ ...EMPTY, awards: [{ ...award, position: 9 }] });
    expect((await session.kysely.selectFrom('awards').select('position').execute())[0]?.position).toBe(3);
  });

  it('keeps the latest time that a member was seen, and the role that was said last', async () => {
    const member = { company_id: 'acme', user_id: 'u1', growth: 1, level: 0, events: 1, position: 1 };
    await log.write({ ...EMPTY, members: [{ ...member, role: 'admin', last_ms: 200, last_seen: 'late' }] });
    await log.write({
      ...EMPTY,
      members: [{ ...member, growth: 5, role: null, last_ms: 100, last_seen: 'early' }],
    });
    const [found] = await session.kysely.selectFrom('members').selectAll().execute();
    expect(found).toMatchObject({ growth: 5, role: 'admin', last_ms: 200, last_seen: 'late' });
  });

  it.each([
    ['in the order of time', [0, 1, 2]],
    ['backwards', [2, 1, 0]],
    ['mixed', [1, 2, 0]],
  ])('keeps the name said last, told %s', async (_, order) => {
    const said = [
      { value: 'Old', ms: 1, by: 'e1' },
      { value: 'Same time, lower id', ms: 2, by: 'e2' },
      { value: 'New', ms: 2, by: 'e3' },
    ];
    for (const i of order) await log.name([{ of: 'users', id: 'u1', given: 'u1', told: said[i] }]);
    const [found] = await session.kysely.selectFrom('users').selectAll().execute();
    expect(found).toMatchObject({ told_name: 'New', given_name: 'u1', claimed_name: null });
  });

  it('keeps a name from a token beside all others', async () => {
    await log.name([{ of: 'companies', id: 'acme', given: 'acme', claimed: 'Acme Ltd' }]);
    await log.name([{ of: 'companies', id: 'acme', given: 'other' }]);
    const [found] = await session.kysely.selectFrom('companies').selectAll().execute();
    expect(found).toMatchObject({ given_name: 'acme', claimed_name: 'Acme Ltd' });
  });

  it('shows a reader one moment, whatever is written meanwhile', async () => {
    await log.write({ ...EMPTY, log: [row(1)] });
    const reader = await openReadSession(target);
    const counts = await reader.longView(async (view) => {
      const count = async () => (await view.selectFrom('log').select('position').execute()).length;
      const before = await count();
      await log.transaction(() => log.write({ ...EMPTY, log: [row(2)] }));
      return [before, await count()];
    });
    await reader.close();
    expect(counts).toEqual([1, 1]);
  });

  it('lets nobody write through a reader', async () => {
    const reader = await openReadSession(target);
    await expect(
      reader.view((view) => sql`delete from log where tenant_id = 'main'`.execute(view)),
    ).rejects.toThrow();
    await reader.close();
  });

  it('gives two writers positions one after the other', async () => {
    const other = await openSession(target, NOW);
    const logs = [log, createLog(other, 'main')];
    const append = async (one: Log, i: number) => {
      await one.transaction(async () => {
        const position = (await one.head()) + 1;
        await one.write({ ...EMPTY, log: [row(position, { event_id: `w${i}` })] });
      });
    };
    // SQLite's two connections live in one thread here, where waiting for each other's lock would block both.
    if (session.dialect === 'sqlite') for (let i = 0; i < 20; i++) await append(logs[i % 2] as Log, i);
    else {
      const chain = async (one: Log, from: number) => {
        for (let i = from; i < 20; i += 2) await append(one, i);
      };
      await Promise.all(logs.map(chain));
    }
    await other.close();
    expect(await log.head()).toBe(20);
  });

  it('migrates once, again does nothing, and refuses a database from the future', async () => {
    await migrate(session, NOW);
    const applied = await session.kysely.selectFrom('migrations').select('name').orderBy('name').execute();
    expect(applied.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
    await expect(migrate(session, NOW, MIGRATIONS.slice(0, 1))).rejects.toThrow('a newer hub made it');
  });

  it('undoes a migration that fails half-way', async () => {
    const broken = {
      name: '9999-broken',
      async up({ create, text }: Parameters<(typeof MIGRATIONS)[number]['up']>[0]) {
        await create('half', ['a'], (table) => table.addColumn('a', text, (column) => column.notNull()));
        throw new Error('broken');
      },
    };
    await expect(migrate(session, NOW, [...MIGRATIONS, broken])).rejects.toThrow('broken');
    await expect(session.all('SELECT * FROM half')).rejects.toThrow();
  });

  it('begins every primary and unique key with the tenant, and has no trigger', async () => {
    const keys =
      session.dialect === 'sqlite'
        ? await session.all<{ first: string }>(
            `SELECT i.name AS first FROM sqlite_master t, pragma_index_list(t.name) l, pragma_index_info(l.name) i
             WHERE t.type = 'table' AND l."unique" = 1 AND i.seqno = 0`,
          )
        : await session.all<{ first: string }>(
            `SELECT a.attname AS first FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indisunique`,
          );
    expect(keys.length).toBeGreaterThanOrEqual(11);
    expect(new Set(keys.map(({ first }) => first))).toEqual(new Set(['tenant_id']));
    const triggers =
      session.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        : 'SELECT tgname FROM pg_trigger WHERE NOT tgisinternal';
    expect(await session.all(triggers)).toEqual([]);
  });
});
