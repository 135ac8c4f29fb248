import type { LiveMessage, Readable } from '@waymark/contracts';
import type { Api } from '../../hub/api.js';
import { type FeedState, openLiveFeed } from '../../hub/live-feed.js';
import { createWritable } from '../../readable.js';
import { append, EMPTY_LOG, type LiveItem, type LiveLog, seen } from './live-log.js';

/** The live stream as the page draws it; goes on while other pages are open. */
export interface LiveStore {
  readonly log: Readable<LiveLog>;
  readonly state: Readable<FeedState>;
  /** Events that arrived in each of the last `seconds`, oldest first. */
  rates(seconds: number): number[];
  clear(): void;
  dispose(): void;
}

// An import brings thousands of messages a second: they are drawn together, well below what an eye can tell apart.
const GATHER = 60;
const REMEMBERED_SECONDS = 120;

/** Opens the live stream and keeps its newest events. */
export function createLiveStore(api: Api, clock = Date.now): LiveStore {
  const log = createWritable<LiveLog>(EMPTY_LOG);
  const state = createWritable<FeedState>('connecting');
  const arrivals = new Map<number, number>();
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** By the hub's clock: what it shows of the past when the page opens did not arrive just now. */
  function count(fresh: readonly LiveItem[]): void {
    const now = Math.floor(clock() / 1000);
    for (const item of fresh) {
      const arrived = Date.parse(item.kind === 'accepted' ? item.event.receivedAt : item.at);
      const second = Math.min(now, Math.floor(arrived / 1000));
      arrivals.set(second, (arrivals.get(second) ?? 0) + 1);
    }
    for (const old of arrivals.keys()) if (old < now - REMEMBERED_SECONDS) arrivals.delete(old);
  }

  function draw(): void {
    timer = undefined;
    const before = log.get();
    const after = waiting.reduce(append, before);
    waiting = [];
    count(after.items.slice(0, seen(after) - seen(before)));
    log.set(after);
  }

  const close = openLiveFeed(api, {
    onState: (next) => state.set(next),
    onMessage(message) {
      waiting.push(message);
      timer ??= setTimeout(draw, GATHER);
    },
  });
  return {
    log,
    state,
    rates(seconds) {
      const now = Math.floor(clock() / 1000);
      return Array.from({ length: seconds }, (_, i) => arrivals.get(now - seconds + 1 + i) ?? 0);
    },
    clear: () => log.set(EMPTY_LOG),
    dispose() {
      clearTimeout(timer);
      close();
    },
  };
}
