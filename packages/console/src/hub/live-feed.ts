import type { LiveMessage } from '@waymark/contracts';
import { createParser } from 'eventsource-parser';
import { type Api, HubProblem } from './api.js';

/** How the live stream stands. */
export type FeedState = 'connecting' | 'live' | 'waiting';

/** What a feed tells its page. */
export interface FeedListener {
  onMessage(message: LiveMessage): void;
  onState(state: FeedState): void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/**
 * Follows the hub's live stream and picks it up where it broke off. `EventSource` cannot send an `Authorization` header,
 * and a token has no business in an address, so this reads the stream over fetch.
 *
 * @returns its undo
 */
export function openLiveFeed(api: Api, listener: FeedListener): () => void {
  const abort = new AbortController();
  let position: string | null = null;
  let wait = FIRST_WAIT;
  const parser = createParser({
    onEvent({ id, data }) {
      if (id !== undefined) position = id;
      const message = messageOf(data);
      if (message !== null) listener.onMessage(message);
    },
  });

  async function follow(): Promise<void> {
    const response = await api.live(position, abort.signal);
    listener.onState('live');
    wait = FIRST_WAIT;
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (reader === undefined) return;
    for (let part = await reader.read(); !part.done; part = await reader.read()) parser.feed(part.value);
  }

  async function keepFollowing(): Promise<void> {
    while (!abort.signal.aborted) {
      listener.onState('connecting');
      try {
        parser.reset();
        await follow();
      } catch (error) {
        if (error instanceof HubProblem && (error.status === 401 || error.status === 403)) return;
      }
      if (abort.signal.aborted) return;
      listener.onState('waiting');
      await pause(wait * (0.75 + Math.random() / 2), abort.signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  void keepFollowing();
  return () => abort.abort();
}

function messageOf(data: string): LiveMessage | null {
  try {
    const message = JSON.parse(data) as Partial<LiveMessage> | null;
    if (message?.type === 'events' && Array.isArray(message.events)) return message as LiveMessage;
    if (message?.type === 'rejected' && Array.isArray(message.verdicts)) return message as LiveMessage;
  } catch {
    // A line that is not JSON is no message of ours.
  }
  return null;
}

/** Resolves after a while, when the browser is online again, or when it is called off. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
