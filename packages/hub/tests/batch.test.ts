import { Busy } from '@waymark/hub';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventOf } from './fixture.js';
import { KEYS, type RunningHub, startHub } from './running-hub.js';

const batchOf = (...events: unknown[]) => ({ key: KEYS.publicKey, events });
const BRACKETS = 400_000;

describe('a batch', () => {
  let hub: RunningHub;
  afterEach(() => hub.stop());

  it('is answered with a verdict an event, and keeps the good ones', async () => {
    hub = await startHub();
    const answer = await hub.post(
      batchOf(eventOf({ id: 'a' }), { id: 'b', timestamp: 'now' }, eventOf({ id: 'a' })),
    );
    expect(answer.status).toBe(200);
    const { verdicts } = await answer.json();
    expect(verdicts.map(({ id, status, code }: Record<string, string>) => [id, status, code])).toEqual([
      ['a', 'accepted', undefined],
      ['b', 'rejected', 'invalid_event'],
      ['a', 'duplicate', undefined],
    ]);
    expect(verdicts[1].message).toContain('events[1].timestamp: expected an ISO 8601 time');
  });

  it('is taken as any content type, and from any origin', async () => {
    hub = await startHub({ prefix: '/waymark' });
    for (const type of [
      'text/plain;charset=UTF-8',
      'application/json',
      'application/x-www-form-urlencoded',
    ]) {
      const answer = await hub.post(batchOf(eventOf()), {
        'content-type': type,
        origin: 'https://vendor.example',
      });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    }
    const preflight = await fetch(`${hub.url}/v1/stream`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it('of which one event is nested without end keeps the others', async () => {
    hub = await startHub();
    const deep = `${'['.repeat(BRACKETS)}${']'.repeat(BRACKETS)}`;
    const body = `{"key":"${KEYS.publicKey}","events":[${deep},${JSON.stringify(eventOf({ id: 'good' }))}]}`;
    const { verdicts } = await (await hub.post(body)).json();
    expect(verdicts.map(({ status }: { status: string }) => status)).toEqual(['rejected', 'accepted']);
  });

  it('with __proto__ keys harms nobody', async () => {
    hub = await startHub();
    const poison = '"__proto__":{"points":999,"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const event = JSON.stringify(eventOf({ id: 'p', properties: { files: 1 } }))
      .replace('"files"', `${poison},"files"`)
      .replace('{"id"', `{${poison},"id"`);
    const { verdicts } = await (
      await hub.post(`{${poison},"key":"${KEYS.publicKey}","events":[${event}]}`)
    ).json();
    expect(verdicts).toEqual([{ id: 'p', status: 'accepted' }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused when encoded, and when the path is not there', async () => {
    hub = await startHub();
    const encoded = await hub.post(batchOf(eventOf()), { 'content-encoding': 'gzip' });
    expect(encoded.status).toBe(415);
    const lost = await hub.get('/v1/nothing');
    expect([lost.status, (await lost.json()).error.code]).toEqual([404, 'not_found']);
  });

  it('with a token speaks for its user alone', async () => {
    hub = await startHub({ identity: 'required' });
    const token = await hub.token('u1', { role: 'admin' });
    const { verdicts } = await (
      await hub.post({ ...batchOf(eventOf({ id: 'mine' }), eventOf({ id: 'hers', userId: 'u2' })), token })
    ).json();
    expect(verdicts).toMatchObject([
      { status: 'accepted' },
      { status: 'rejected', code: 'identity_mismatch' },
    ]);
  });

  it('needs a token where the hub wants people proven', async () => {
    hub = await startHub({ identity: 'required' });
    expect((await hub.post(batchOf(eventOf()))).status).toBe(401);
    const token = await hub.token('u1');
    expect((await hub.post({ ...batchOf(eventOf()), token })).status).toBe(200);
  });

  it.each([
    ['too much is waiting', new Busy('full'), '1'],
    ['the database is away', new Error('disk full'), '2'],
  ])('is asked to come again when %s', async (_, failure, after) => {
    hub = await startHub();
    const failures: unknown[] = [];
    const writer = { ...hub.storage.writer, record: () => Promise.reject(failure) };
    const other = await startHub({
      storage: { ...hub.storage, writer },
      onError: (error) => failures.push(error),
    });
    const answer = await other.post(batchOf(eventOf()));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, after]);
    expect(failures).toEqual(failure instanceof Busy ? [] : [failure]);
    await other.stop();
  });

  it('of many senders at once is recorded once an event', async () => {
    hub = await startHub();
    const events = Array.from({ length: 200 }, (_, i) => eventOf({ id: `many${i}`, userId: `u${i % 7}` }));
    const posts = Array.from({ length: 40 }, (_, i) => hub.post(batchOf(...events.slice(i * 5, i * 5 + 40))));
    const answers = await Promise.all(posts.map(async (post) => (await (await post).json()).verdicts));
    const accepted = answers.flat().filter(({ status }: { status: string }) => status === 'accepted');
    expect(accepted).toHaveLength(200);
    const { events: count } = await (await hub.get('/admin/v1/overview', KEYS.operatorToken)).json();
    expect(count).toBe(200);
  });
});

describe('a batch that is refused', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.stop());

  it.each<[string, unknown, number, string]>([
    ['no body', '', 400, 'invalid_json'],
    ['no JSON', '{"key":', 400, 'invalid_json'],
    ['half of UTF-8', `${JSON.stringify(batchOf(eventOf()))}\u0000`, 400, 'invalid_json'],
    ['a list', '[]', 400, 'invalid_batch'],
    ['null', 'null', 400, 'invalid_batch'],
    ['no key', { events: [] }, 401, 'missing_key'],
    ['an empty key', { key: '', events: [] }, 401, 'missing_key'],
    ['a number as key', { key: 7, events: [] }, 400, 'invalid_batch'],
    ['an unknown key', { key: 'wk_other', events: [] }, 401, 'unknown_key'],
    ['no events', { key: KEYS.publicKey }, 400, 'invalid_batch'],
    ['an object as events', { key: KEYS.publicKey, events: {} }, 400, 'invalid_batch'],
    ['a bad token', { key: KEYS.publicKey, token: 'x', events: [eventOf()] }, 401, 'invalid_token'],
    [
      'too many events',
      { key: KEYS.publicKey, events: Array.from({ length: 1_001 }, () => 0) },
      413,
      'too_large',
    ],
    ['too large a body', { key: KEYS.publicKey, events: ['x'.repeat(1_100_000)] }, 413, 'too_large'],
    [
      'a key of many brackets',
      `{"key":${'['.repeat(BRACKETS)}${']'.repeat(BRACKETS)},"events":[]}`,
      400,
      'invalid_batch',
    ],
    [
      'a batch id of many brackets',
      `{"key":"wk_test","batchId":${'['.repeat(BRACKETS)}${']'.repeat(BRACKETS)},"events":[]}`,
      400,
      'invalid_batch',
    ],
  ])('with %s gets a clear refusal and changes nothing', async (_, body, status, code) => {
    const answer = await hub.post(body);
    const { error } = await answer.json();
    expect([answer.status, error.code]).toEqual([status, code]);
    expect(error.message.length).toBeGreaterThan(20);
    const overview = await hub.get('/admin/v1/overview', KEYS.operatorToken);
    expect((await overview.json()).events).toBe(0);
  });
});
