import type { LiveMessage } from '@waymark/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Api, HubProblem } from './api.js';
import { openLiveFeed } from './live-feed.js';

const SAID: LiveMessage = { type: 'rejected', at: '2026-08-22T12:05:00Z', verdicts: [] };
const answer = (...parts: string[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    }),
  );

/** An API whose live stream gives one answer after the other, then hangs. */
function apiOf(...answers: (Response | Error)[]) {
  const positions: (string | null)[] = [];
  const api = {
    live(position: string | null, signal: AbortSignal) {
      positions.push(position);
      const next = answers.shift();
      if (next instanceof Error) return Promise.reject(next);
      return next ? Promise.resolve(next) : new Promise((_, no) => signal.addEventListener('abort', no));
    },
  } as unknown as Api;
  return { api, positions };
}

beforeEach(() => {
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('live feed', () => {
  it('reads messages however they are cut, passes over what is none, and goes on from the last position', async () => {
    const text = `id: 41\ndata: ${JSON.stringify(SAID)}\n\n: beat\n\ndata: {"type":"odd"}\n\ndata: {\n\nid: 42\ndata: ${JSON.stringify(SAID)}\n\n`;
    const { api, positions } = apiOf(answer(text.slice(0, 9), text.slice(9, 60), text.slice(60)));
    const onMessage = vi.fn();
    const states: string[] = [];
    const close = openLiveFeed(api, { onMessage, onState: (state) => states.push(state) });
    await vi.waitFor(() => expect(states).toContain('waiting'));
    expect(onMessage.mock.calls).toEqual([[SAID], [SAID]]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(positions).toEqual([null, '42']);
    close();
  });

  it('tries again when the hub is away, and gives up when it is refused', async () => {
    const { api, positions } = apiOf(
      new HubProblem(0, 'away'),
      new HubProblem(503, 'busy'),
      new HubProblem(401, 'who?'),
      answer(),
    );
    openLiveFeed(api, { onMessage: vi.fn(), onState: vi.fn() });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(positions).toHaveLength(3);
  });
});
