// @vitest-environment happy-dom

import {
  browserContext,
  type Collector,
  type CollectorOptions,
  createCollector,
  debug,
  doNotTrack,
  gzip,
  own,
  type Problem,
  session,
  signed,
} from '@waymark/collector';
import type { Batch, Event } from '@waymark/contracts';
import { parseBatch, parseEvent } from '@waymark/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Here the browser refuses IndexedDB (there is none), so this is also the collector that lives in memory.

let sent: Batch[];
let answer: (batch: Batch) => Response | Promise<Response>;
let problems: Problem[];
let open: Collector[];

const events = () => sent.flatMap((batch) => batch.events as Event[]);
const yes = () => new Response('{"verdicts":[]}', { headers: { 'content-type': 'application/json' } });

const onError = (problem: Problem) => {
  if (problem.code !== 'storage') problems.push(problem);
};

function start(options: Partial<CollectorOptions> = {}): Collector {
  const collector = createCollector({ endpoint: '/v1/batch', key: 'wk_demo', onError, ...options });
  open.push(collector);
  return collector;
}

beforeEach(() => {
  vi.spyOn(console, 'debug').mockImplementation(() => {});
  localStorage.clear();
  sent = [];
  problems = [];
  open = [];
  answer = yes;
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const batch = JSON.parse(init.body as string) as Batch;
    sent.push(batch);
    return answer(batch);
  });
});
afterEach(() => {
  for (const collector of open) collector.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a burst is one request, and what is in it passes the contract', async () => {
  const collector = start({ context: browserContext });
  collector.use(session());
  collector.identify('u-1', { plan: 'pro' });
  collector.group('acme', { seats: 4 });
  for (let i = 0; i < 22; i++) collector.track('report.exported', { i });
  collector.page('Reports');
  await collector.flush();
  expect(sent).toHaveLength(1);
  const batch = parseBatch(sent[0]);
  expect(batch).toMatchObject({ ok: true, value: { key: 'wk_demo' } });
  for (const event of events()) expect(parseEvent(event)).toMatchObject({ ok: true });
  expect(events()).toHaveLength(25);
  expect(new Set(events().map(({ id }) => id)).size).toBe(25);
  expect(events().map(({ seq }) => seq)).toEqual(events().map((_, i) => (events()[0]?.seq as number) + i));
  expect(events()[5]).toMatchObject({
    type: 'track',
    userId: 'u-1',
    companyId: 'acme',
    properties: { i: 3 },
  });
  expect(events()[5]?.context).toMatchObject({ locale: 'en-US', session: expect.any(String) });
});

test('a value is taken at the call: what the host does to it later does not show', async () => {
  const collector = start();
  const properties = { list: ['a'] };
  collector.track('x', properties);
  properties.list.push('b');
  await collector.flush();
  expect(events()[0]?.properties).toEqual({ list: ['a'] });
});

test.each([
  [undefined, 'undefined'],
  [{ endpoint: 'example', key: 'k' }, '{"endpoint":"example","key":"k"}'],
  [{ endpoint: '/v1/batch' }, '{"endpoint":"/v1/batch"}'],
])('a programmer’s mistake throws at the start and says what to do: %j', (options, got) => {
  expect(() => createCollector(options as never)).toThrow(
    new TypeError(`Expected endpoint and key, got ${got}`),
  );
});

test('ids begin with their time, and sort as they were made', async () => {
  const collector = start();
  for (let i = 0; i < 3; i++) collector.track('x');
  await collector.flush();
  const ids = events().map(({ id }) => id);
  for (const id of ids) {
    expect(id).toMatch(/^\d{30,52}$/);
    expect(Math.abs(Number(id.slice(0, 13)) - Date.now())).toBeLessThan(10_000);
  }
  expect(ids.sort()).toEqual(ids);
});

test('nothing a host can pass throws, and what cannot be an event is reported', async () => {
  const collector = start();
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const odd: unknown[] = [
    undefined,
    null,
    1n,
    Symbol('s'),
    () => 1,
    cycle,
    document.body,
    'x'.repeat(100_000),
    Number.NaN,
    new Map([[{}, 1]]),
  ];
  for (const one of odd) {
    for (const verb of ['track', 'page', 'identify', 'group', 'alias'] as const) {
      (collector[verb] as (...args: unknown[]) => void)(one, one);
      (collector[verb] as (...args: unknown[]) => void)('name', { one });
    }
  }
  collector.reset();
  await collector.flush();
  expect(events().length).toBeGreaterThan(40);
});

test('an event that is too large is dropped, counted, and told in the next batch', async () => {
  const collector = start();
  collector.track(
    'huge',
    Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`k${i}`, 'x'.repeat(8_000)])),
  );
  collector.track('small');
  await collector.flush();
  expect(events().map(({ event }) => event)).toEqual(['small']);
  expect(sent[0]?.dropped).toEqual({ too_large: 1 });
  expect(problems).toMatchObject([{ code: 'dropped', message: '1 too_large' }]);
  collector.track('later');
  await collector.flush();
  expect(Object.values(sent[1]?.dropped ?? {}).every((count) => count === 0)).toBe(true);
});

test('a hundred thousand calls in one task keep the newest and say how many they cost', async () => {
  const collector = start({ queueEvents: 1_000, batchEvents: 500 });
  for (let i = 0; i < 100_000; i++) collector.track('x', { i });
  expect(collector.inspect().waiting).toBeLessThanOrEqual(2_001);
  await collector.flush();
  const kept = new Set(events().map(({ properties }) => properties?.i));
  expect(kept.has(99_999)).toBe(true);
  expect(kept.size).toBeLessThanOrEqual(2_001);
  const told = sent.reduce((sum, { dropped }) => sum + (dropped?.overflow ?? 0), 0);
  expect(told).toBe(100_000 - kept.size);
});

test('a refused event goes out alone, and the good ones beside it arrive', async () => {
  answer = ({ events }) =>
    events.some((event) => event.event === 'bad') ? new Response('no such event', { status: 400 }) : yes();
  const collector = start();
  for (let i = 0; i < 20; i++) collector.track(i === 13 ? 'bad' : 'good', { i });
  await collector.flush();
  await vi.waitFor(() => expect(collector.inspect().waiting).toBe(0));
  expect(problems).toMatchObject([{ code: 'rejected', events: [{ event: 'bad' }] }]);
  expect(problems[0]?.message).toContain('answered 400 no such event');
});

test('a verdict of the hub is reported with its event', async () => {
  answer = ({ events }) =>
    Response.json({
      verdicts: events.map(({ id }, i) =>
        i === 1 ? { id, status: 'rejected', message: 'no' } : { id, status: 'accepted' },
      ),
    });
  const collector = start();
  collector.track('a');
  collector.track('b');
  await collector.flush();
  expect(collector.inspect().waiting).toBe(0);
  expect(problems).toMatchObject([{ code: 'rejected', message: 'no', events: [{ event: 'b' }] }]);
});

test.each([401, 403, 404])('%i keeps everything, says so, and waits', async (status) => {
  answer = () => new Response('{"error":"who are you"}', { status });
  const options = debug({ endpoint: '/v1/batch', key: 'wk_demo', onError });
  const collector = start(options);
  await collector.flush();
  collector.track('x');
  await collector.flush();
  expect(collector.inspect().waiting).toBe(1);
  expect(problems).toMatchObject([{ code: 'paused' }]);
  expect(options.answers).toMatchObject([[status, 'paused', [{ event: 'x' }]]]);
  answer = yes;
  await collector.flush();
  expect(collector.inspect().waiting).toBe(0);
});

test('a page of HTML with status 200 is no yes', async () => {
  answer = () => new Response('<!doctype html><title>Sign in</title>');
  const collector = start();
  collector.track('x');
  await collector.flush();
  expect(collector.inspect().waiting).toBe(1);
});

test('an endless answer ends, and its status counts', async () => {
  answer = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(65_536))),
      }),
      { status: 503 },
    );
  const options = debug({ endpoint: '/v1/batch', key: 'wk_demo', onError });
  const collector = start(options);
  await collector.flush();
  collector.track('x');
  await collector.flush();
  expect(options.answers).toMatchObject([[503, 'retry', [{ event: 'x' }]]]);
});

test('Retry-After is kept to, even by an impatient caller', async () => {
  answer = () => new Response('', { status: 429, headers: { 'retry-after': '60' } });
  const collector = start();
  collector.track('x');
  await collector.flush();
  await collector.flush();
  await collector.flush();
  expect(sent).toHaveLength(1);
});

test('the same events go under the same batch id again', async () => {
  answer = () => new Response('', { status: 503 });
  const collector = start();
  await collector.flush();
  collector.track('x');
  await collector.flush();
  answer = yes;
  await collector.flush();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.batchId).toBe(sent[1]?.batchId);
  expect(sent[0]?.events).toEqual(sent[1]?.events);
});

test('middlewares change, drop and add; one that throws costs its event alone', async () => {
  const collector = start();
  const undo = collector.use((event) => (event.event === 'secret' ? null : event));
  collector.use((event) => (event.event === 'twice' ? [event, { ...event, id: `${event.id}-2` }] : event));
  collector.use((event) => {
    if (event.event === 'bad') throw new Error('mine');
    return { ...event, properties: { ...event.properties, seen: true } };
  });
  for (const name of ['secret', 'twice', 'bad', 'plain']) collector.track(name);
  await collector.flush();
  expect(events().map(({ event }) => event)).toEqual(['twice', 'twice', 'plain']);
  expect(events()[2]?.properties).toEqual({ seen: true });
  expect(problems).toMatchObject([{ code: 'host', message: 'Error: mine' }]);
  undo();
  collector.track('secret');
  await collector.flush();
  expect(events().at(-1)?.event).toBe('secret');
});

test('a person is known again after a reload, and forgotten by reset', async () => {
  const first = start();
  first.identify('u-1');
  const { anonymousId } = first.inspect();
  await first.flush();
  first.dispose();
  const second = start();
  expect(second.inspect()).toMatchObject({ anonymousId, userId: 'u-1' });
  second.reset();
  expect(second.inspect().userId).toBeUndefined();
  expect(second.inspect().anonymousId).not.toBe(anonymousId);
});

test('a second person at one device is not tied to the first', () => {
  const collector = start();
  collector.identify('u-1');
  const first = collector.inspect().anonymousId;
  collector.identify('u-2');
  expect(collector.inspect().anonymousId).not.toBe(first);
});

test('alias ties the anonymous id to the user', async () => {
  const collector = start();
  const { anonymousId } = collector.inspect();
  collector.alias('u-1');
  await collector.flush();
  expect(events()[0]).toMatchObject({ type: 'alias', userId: 'u-1', previousId: anonymousId });
});

test('denied: nothing is stored, nothing is sent', async () => {
  const collector = start({ consent: 'denied' });
  collector.identify('u-1');
  collector.track('x');
  await collector.flush();
  expect(sent).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

test('pending: nothing is stored or sent until it is granted, and then nothing is missing', async () => {
  const collector = start({ consent: 'pending' });
  collector.track('early');
  await collector.flush();
  expect(sent).toEqual([]);
  expect(localStorage).toHaveLength(0);
  collector.consent('granted');
  await vi.waitFor(() => expect(events().map(({ event }) => event)).toEqual(['early']));
});

test('withdrawn consent wipes the device', async () => {
  const collector = start();
  collector.identify('u-1');
  expect(localStorage.length).toBeGreaterThan(0);
  collector.consent('denied');
  await Promise.resolve();
  expect(localStorage).toHaveLength(0);
  collector.track('x');
  expect(collector.inspect().waiting).toBe(0);
});

test.each([
  ['globalPrivacyControl', true, () => ({}), 0],
  ['globalPrivacyControl', true, () => ({ consent: 'granted' }), 1],
  ['doNotTrack', '1', () => ({}), 1],
  ['doNotTrack', '1', () => ({ consent: doNotTrack() ?? 'granted' }), 0],
  ['doNotTrack', '0', () => ({ consent: doNotTrack() ?? 'granted' }), 1],
] as const)('%s=%s with %s lets %i events out', async (signal, value, options, count) => {
  Object.defineProperty(navigator, signal, { value, configurable: true });
  const collector = start(options());
  collector.track('x');
  await collector.flush();
  expect(events()).toHaveLength(count);
  Reflect.deleteProperty(navigator, signal);
});

test('stored: what was tracked before a word is on the device, and goes out by it', async () => {
  const collector = start({ consent: 'stored' });
  collector.track('early');
  await collector.flush();
  expect(sent).toEqual([]);
  expect(localStorage.length).toBeGreaterThan(0);
  collector.consent('granted');
  await vi.waitFor(() => expect(events().map(({ event }) => event)).toEqual(['early']));
});

test('who was known stays known while a word is awaited, and a no takes that off the device, too', async () => {
  const first = start();
  first.identify('u-1');
  const { anonymousId } = first.inspect();
  first.dispose();
  const second = start({ consent: 'pending' });
  expect(second.inspect()).toMatchObject({ anonymousId, userId: 'u-1' });
  second.consent('denied');
  await vi.waitFor(() => expect(localStorage).toHaveLength(0));
});

test('forget wipes the device and takes a new id', async () => {
  const collector = start();
  collector.identify('u-1');
  const { anonymousId } = collector.inspect();
  await collector.forget();
  expect(collector.inspect().userId).toBeUndefined();
  expect(collector.inspect().anonymousId).not.toBe(anonymousId);
  expect(JSON.stringify({ ...localStorage })).not.toContain(anonymousId);
  expect(JSON.stringify({ ...localStorage })).not.toContain('u-1');
});

test('what a token says for one person waits when another one is at work', async () => {
  const collector = start({ format: signed(own(), () => 'jwt') });
  answer = () => new Response('', { status: 503 });
  collector.identify('u-1');
  await collector.flush();
  answer = yes;
  sent = [];
  collector.identify('u-2');
  await collector.flush();
  expect(sent[0]?.token).toBe('jwt');
  expect(new Set(events().map(({ userId }) => userId))).toEqual(new Set(['u-2']));
  sent = [];
  collector.identify('u-1');
  await collector.flush();
  expect(new Set(events().map(({ userId }) => userId))).toEqual(new Set(['u-1']));
  expect(collector.inspect().waiting).toBe(0);
});

test('a token that cannot be had is a failure to be retried, not an exception', async () => {
  const collector = start({
    format: signed(own(), () => {
      throw new Error('signed out');
    }),
  });
  collector.track('x');
  await collector.flush();
  expect(sent).toEqual([]);
  expect(collector.inspect().waiting).toBe(1);
});

test('gzip says so in a header', async () => {
  let headers: HeadersInit | undefined;
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    headers = init.headers;
    const plain = (init.body as Blob).stream().pipeThrough(new DecompressionStream('gzip'));
    sent.push(JSON.parse(await new Response(plain).text()));
    return yes();
  });
  const collector = start({ fetch: gzip });
  collector.track('x');
  await collector.flush();
  expect(headers).toMatchObject({ 'content-encoding': 'gzip' });
  expect(events()).toHaveLength(1);
});

test('who waits is told, and a listener that throws harms nobody', async () => {
  start({
    key: 'other',
    onChange: () => {
      throw new Error('mine');
    },
  }).track('x');
  const counts: number[] = [];
  const collector = start({ onChange: ({ waiting }) => counts.push(waiting) });
  collector.track('x');
  await collector.flush();
  expect(Math.max(...counts)).toBe(1);
  expect(counts.at(-1)).toBe(0);
  expect(problems).toContainEqual({ code: 'host', message: 'Error: mine', events: [] });
});

test('after dispose nothing is taken', async () => {
  const collector = start();
  collector.dispose();
  collector.track('x');
  await collector.flush();
  expect(sent).toEqual([]);
});

test('without debug the console stays silent; with it, it tells', async () => {
  const told = vi.spyOn(console, 'debug').mockImplementation(() => {});
  const quiet = start();
  quiet.track('x');
  await quiet.flush();
  expect(told).not.toHaveBeenCalled();
  const loud = start(debug({ endpoint: '/v1/batch', key: 'other' }));
  loud.track('x');
  await loud.flush();
  expect(told).toHaveBeenCalled();
  told.mockRestore();
});
