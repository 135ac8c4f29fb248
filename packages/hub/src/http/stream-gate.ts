import type { Member } from '../read/context.js';
import { memberKey } from '../record/request.js';
import type { EventStream } from './event-stream.js';
import { comeAgain } from './refusal.js';

/** Counts open streams and ends them all when the hub closes. */
export interface StreamGate {
  /** Throws a refusal when there is no room. */
  check(): void;
  /** Lets a stream in, and remembers whose it is. */
  add(stream: EventStream, of?: Member): void;
  count(): number;
  /** How many people have one open; operators look on, and are none of them. */
  people(): number;
  /** Whether somebody has a stream open. */
  isOpenFor(member: Member): boolean;
  close(): void;
}

/** A gate for so many streams. */
export function createStreamGate(limit: number): StreamGate {
  const streams = new Set<EventStream>();
  const open = new Map<string, number>();
  let isClosed = false;
  return {
    check() {
      if (isClosed) throw comeAgain(1, 'The hub is closing.');
      if (streams.size >= limit) throw comeAgain(30, 'This hub has as many streams open as it takes.');
    },
    add(stream, of) {
      streams.add(stream);
      const key = of === undefined ? null : memberKey(of.companyId, of.userId);
      if (key !== null) open.set(key, (open.get(key) ?? 0) + 1);
      stream.onClose(() => {
        streams.delete(stream);
        if (key === null) return;
        const left = (open.get(key) ?? 1) - 1;
        if (left > 0) open.set(key, left);
        else open.delete(key);
      });
    },
    count: () => streams.size,
    people: () => open.size,
    isOpenFor: ({ companyId, userId }) => open.has(memberKey(companyId, userId)),
    close() {
      isClosed = true;
      for (const stream of streams) stream.end();
    },
  };
}
