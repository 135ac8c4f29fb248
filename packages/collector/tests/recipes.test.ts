// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "fetch": { "disableSameOriginPolicy": true } } }
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCollector, debug } from '@waymark/collector';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { startPostgres } from '../../../scripts/postgres.mjs';
import { intoClickHouse } from '../recipes/clickhouse.mjs';
import { intoKafka } from '../recipes/kafka.mjs';
import { createReceiver } from '../recipes/node-server.mjs';
import { intoPostgres } from '../recipes/postgresql.mjs';
import { toPostHog } from '../recipes/posthog.mjs';
import { toSegment } from '../recipes/segment.mjs';
import { examples } from './examples.js';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.();
});

type Listening = {
  listen(port: number, host: string, then: () => void): unknown;
  address(): unknown;
  close(): unknown;
  closeAllConnections(): void;
};

async function listen(server: Listening): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A stand-in that notes what it is sent. */
async function standIn(answer: unknown, status = 200) {
  const got: { request: IncomingMessage; body: string }[] = [];
  const url = await listen(
    createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      if (request.method === 'POST') got.push({ request, body });
      response
        .writeHead(status, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
        .end(JSON.stringify(answer));
    }),
  );
  return { url, got };
}

test('the Node server takes a batch, answers for each event, and says no where it must', async () => {
  const kept: unknown[] = [];
  const url = await listen(createReceiver(async (events: unknown[]) => void kept.push(...events)));
  const options = debug({ endpoint: `${url}/v1/batch`, key: 'k' });
  const collector = createCollector(options);
  collector.track('a', { n: 1 });
  collector.track('b');
  await collector.flush();
  expect(options.answers).toMatchObject([[200, 'done', [{ event: 'a' }, { event: 'b' }]]]);
  expect(kept).toMatchObject([{ event: 'a', properties: { n: 1 } }, { event: 'b' }]);
  collector.dispose();
  expect((await fetch(url, { method: 'POST', body: 'not json' })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413);
  const down = await listen(createReceiver(() => Promise.reject(new Error('disk full'))));
  expect((await fetch(down, { method: 'POST', body: '{"events":[]}' })).status).toBe(503);
});

test('PostgreSQL keeps each event once', { timeout: 120_000 }, async () => {
  const postgres = await startPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url });
  undo.push(
    () => postgres.stop(),
    () => pool.end(),
  );
  const save = await intoPostgres(pool);
  await save(examples);
  await save(examples.slice(2));
  const { rows } = await pool.query(
    'select id, event, company_id, happened_at, data from events order by id',
  );
  expect(rows).toHaveLength(examples.length);
  expect(rows[0]).toMatchObject({
    id: 'e1',
    event: 'report.exported',
    company_id: 'acme',
    data: examples[0],
  });
  expect(rows[0].happened_at.toISOString()).toBe('2026-08-22T19:04:36.120Z');
});

test('ClickHouse is sent one row an event, and its no is ours', async () => {
  const { url, got } = await standIn('');
  await intoClickHouse(url, { 'x-clickhouse-user': 'me' })(examples);
  const [post] = got;
  const query = new URL(post?.request.url ?? '', url).searchParams;
  expect(query.get('query')).toBe('INSERT INTO events FORMAT JSONEachRow');
  expect(post?.request.headers['x-clickhouse-user']).toBe('me');
  const rows = post?.body.split('\n').map((line) => JSON.parse(line));
  expect(rows).toHaveLength(examples.length);
  expect(rows?.[0]).toMatchObject({ id: 'e1', event: 'report.exported', user_id: 'u-1', company_id: 'acme' });
  expect(JSON.parse(rows?.[0].data)).toEqual(examples[0]);
  const down = await standIn('Code: 60', 404);
  await expect(intoClickHouse(down.url)(examples)).rejects.toThrow('ClickHouse answered 404');
});

test('Kafka’s bridge is sent one record an event, keyed by person, and its refusal of one is ours', async () => {
  const { url, got } = await standIn({ offsets: [{ partition: 0, offset: 1 }] });
  await intoKafka(url, 'events')(examples);
  expect(got[0]?.request.url).toBe('/topics/events');
  expect(got[0]?.request.headers['content-type']).toBe('application/vnd.kafka.json.v2+json');
  expect(JSON.parse(got[0]?.body ?? '').records[0]).toEqual({ key: 'u-1', value: examples[0] });
  const bad = await standIn({ offsets: [{ error_code: 1, error: 'too large' }] });
  await expect(intoKafka(bad.url, 'events')(examples)).rejects.toThrow('Kafka refused a record: too large');
});

test.each([
  [
    'Segment',
    toSegment,
    (url: string) => `${url}/v1/batch`,
    { writeKey: 'key', batch: [{ event: 'a', type: 'track' }] },
  ],
  ['PostHog', toPostHog, (url: string) => url, { api_key: 'key', batch: [{ event: 'a' }] }],
] as const)('%s gets its own format', async (_, to, endpointOf, expected) => {
  const { url, got } = await standIn({ status: 1 });
  const collector = to('key', endpointOf(url));
  collector.track('a');
  await collector.flush();
  collector.dispose();
  expect(JSON.parse(got[0]?.body ?? '')).toMatchObject(expected);
});
