import type { Connection, StreamMessage } from '@waymark/contracts';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openStream } from './stream.js';
import { createTokenSource } from './token.js';

const answers: (() => Response | Promise<Response>)[] = [];
const requests: Record<string, string>[] = [];
const asked: string[] = [];

vi.stubGlobal('fetch', async (url: string, options: RequestInit) => {
  asked.push(url);
  requests.push(options.headers as Record<string, string>);
  const next = answers.shift();
  return next === undefined ? new Promise<Response>(() => {}) : next();
});

afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
  answers.length = requests.length = asked.length = 0;
  vi.useRealTimers();
});

const events = (...messages: object[]) =>
  new Response(messages.map((m) => `: beat\n\nid: 1\ndata: ${JSON.stringify(m)}\n\n`).join(''));
const changes = (position: string): object => ({
  type: 'changes',
  position,
  replace: {},
  entries: [],
  settled: [],
});

function open() {
  const messages: StreamMessage[] = [];
  const states: Connection[] = [];
  const problems: (string | null)[] = [];
  let position: string | null = null;
  const give = vi.fn(async () => 'a.b.c');
  const stream = openStream({
    url: '/v1/stream',
    token: createTokenSource(give),
    position: () => position,
    onMessage(message) {
      messages.push(message);
      if (message.type === 'changes') position = message.position;
    },
    onState(state, problem) {
      states.push(state);
      problems.push(problem);
    },
  });
  return { stream, messages, states, problems, give };
}

describe('the stream', () => {
  it('continues from where it was cut off, with the token in a header', async () => {
    vi.useFakeTimers();
    answers.push(
      () => events(changes('7'), changes('8')),
      () => events(changes('9')),
    );
    const { stream, messages } = open();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(messages).toHaveLength(3);
    expect(requests[0]).toEqual({ accept: 'text/event-stream', authorization: 'Bearer a.b.c' });
    expect(requests[1]?.['last-event-id']).toBe('8');
    stream.close();
  });

  it('asks for a new token once when refused, then says why and waits a minute', async () => {
    vi.useFakeTimers();
    const refuse = () =>
      Response.json({ error: { code: 'invalid_token', message: 'The token has run out.' } }, { status: 401 });
    answers.push(refuse, refuse);
    const { stream, states, problems, give } = open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests).toHaveLength(2);
    expect(give).toHaveBeenCalledTimes(2);
    expect(states.at(-1)).toBe('refused');
    expect(problems.at(-1)).toBe('The token has run out.');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(3);
    stream.close();
  });

  it('obeys Retry-After and can be told to try at once', async () => {
    vi.useFakeTimers();
    answers.push(() => new Response('', { status: 503, headers: { 'retry-after': '3600' } }));
    const { stream, states } = open();
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(requests).toHaveLength(1);
    expect(states.at(-1)).toBe('offline');
    stream.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(2);
    stream.close();
  });

  it('gives up a connection on which the hub has gone silent', async () => {
    vi.useFakeTimers();
    const beginning = new TextEncoder().encode(`data: ${JSON.stringify(changes('1'))}\n\n`);
    answers.push(
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(beginning) })),
    );
    const { stream } = open();
    await vi.advanceTimersByTimeAsync(44_000);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toEqual(['/v1/stream', '/v1/stream']);
    stream.close();
  });

  it('asks for one answer at a time where a proxy keeps streams back', async () => {
    vi.useFakeTimers();
    const keptBack = () => new Response(new ReadableStream({ start() {} }));
    answers.push(
      keptBack,
      () => events(changes('1')),
      () => events(changes('2')),
    );
    const { stream, messages, states } = open();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(asked).toEqual(['/v1/stream', '/v1/stream?once', '/v1/stream?once']);
    expect(messages).toEqual([changes('1'), changes('2')]);
    expect(states.slice(states.indexOf('live'))).not.toContain('connecting');
    // The hub is gone: back to streams, less and less often.
    answers.push(() => Promise.reject(new TypeError('Failed to fetch')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-2)).toBe('offline');
    expect(asked.at(-1)).toBe('/v1/stream');
    stream.close();
  });

  it('is quiet once closed', async () => {
    vi.useFakeTimers();
    answers.push(() => events(changes('1')));
    const { stream } = open();
    stream.close();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(requests.length).toBeLessThanOrEqual(1);
  });
});
