import type { EventStream } from './event-stream.js';
import { comeAgain } from './refusal.js';

/** Counts open streams and ends them all when the hub closes. */
export interface StreamGate {
  /** Throws a refusal when there is no room. */
  check(): void;
  add(stream: EventStream): void;
  count(): number;
  close(): void;
}

/** A gate for so many streams. */
export function createStreamGate(limit: number): StreamGate {
  const streams = new Set<EventStream>();
  let isClosed = false;
  return {
    check() {
      if (isClosed) throw comeAgain(1, 'The hub is closing.');
      if (streams.size >= limit) throw comeAgain(30, 'This hub has as many streams open as it takes.');
    },
    add(stream) {
      streams.add(stream);
      stream.onClose(() => streams.delete(stream));
    },
    count: () => streams.size,
    close() {
      isClosed = true;
      for (const stream of streams) stream.end();
    },
  };
}
