import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Event, type Playbook, parsePlaybook } from '@waymark/contracts';
import { sharedPostgres } from '../../../scripts/postgres.mjs';

/** A small playbook with a limit, a secret badge, levels and rankings. */
export const PLAYBOOK_INPUT = {
  specVersion: 1,
  id: 'test',
  version: 1,
  name: 'Test',
  rules: [
    {
      id: 'ship',
      name: 'Shipped',
      event: 'feature.shipped',
      points: 40,
      limit: { per: 'week', points: 400_000 },
      outcome: 'value',
    },
    {
      id: 'commit',
      name: 'Committed',
      event: 'change.committed',
      when: { bot: { $ne: true } },
      points: 10,
      limit: { per: 'day', points: 20 },
      outcome: 'adoption',
    },
  ],
  levels: [
    { at: 0, title: 'New' },
    { at: 40, title: 'Known' },
    { at: 100, title: 'Pillar' },
  ],
  badges: [
    {
      id: 'shipper',
      name: 'Shipper',
      description: 'Ships',
      event: 'feature.shipped',
      tiers: [
        { tier: 'bronze', at: 1 },
        { tier: 'silver', at: 3 },
      ],
      medal: { shape: 'star', glyph: 'rocket' },
    },
    {
      id: 'hidden',
      name: 'Hidden name',
      description: 'Hidden words',
      event: 'doc.written',
      tiers: [{ tier: 'gold', at: 2 }],
      secret: true,
      medal: { shape: 'crest', glyph: 'moon' },
    },
  ],
  rankings: [
    { id: 'ever', name: 'Ever', window: 'all', minimum: 1 },
    { id: 'month', name: 'This month', window: 'month', minimum: 1 },
  ],
};

/** The playbook, changed where a test wants it. */
export function playbookOf(change: object = {}): Playbook {
  const parsed = parsePlaybook({ ...PLAYBOOK_INPUT, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The clock of tests. */
export const NOW = Date.parse('2026-08-22T12:00:00Z');

let made = 0;

/** An event like those that collectors send. */
export function eventOf(change: Partial<Event> = {}): Event {
  made++;
  return {
    id: `e${made}`,
    type: 'track',
    event: 'feature.shipped',
    userId: 'u1',
    companyId: 'acme',
    timestamp: '2026-08-22T10:00:00+02:00',
    ...change,
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'waymark-hub-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

let schemas = 0;

/** Every database the hub speaks, each with an empty place for every test. */
export const ALL_DATABASES = [
  {
    name: 'SQLite',
    async start() {
      const folders: { remove(): void }[] = [];
      return {
        async fresh() {
          const folder = temporaryFolder();
          folders.push(folder);
          return { data: folder.path } as { data: string; databaseUrl?: string };
        },
        async stop() {
          for (const folder of folders) folder.remove();
        },
      };
    },
  },
  {
    name: 'PostgreSQL',
    async start() {
      const { default: pg } = await import('pg');
      const server = await sharedPostgres();
      const folder = temporaryFolder();
      return {
        async fresh() {
          const schema = `test_${process.pid}_${Date.now()}_${schemas++}`;
          const client = new pg.Client({ connectionString: server.url });
          await client.connect();
          await client.query(`CREATE SCHEMA ${schema}`);
          await client.end();
          const databaseUrl = `${server.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
          return { data: folder.path, databaseUrl } as { data: string; databaseUrl?: string };
        },
        async stop() {
          folder.remove();
        },
      };
    },
  },
];

/** Those that a run of the tests is for. */
export const DATABASES = ALL_DATABASES.filter(({ name }) => name === (process.env.TEST_DATABASE ?? name));
