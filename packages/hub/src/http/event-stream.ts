import type { FastifyReply } from 'fastify';

/** A server-sent event stream to one reader. */
export interface EventStream {
  /** Sends a message; without an id it moves no position. */
  send(data: unknown, id?: string): void;
  /** Resolves once the reader has taken what was sent; at once when it keeps up. */
  drained(): Promise<void>;
  readonly closed: boolean;
  onClose(listener: () => void): void;
  end(): void;
}

/** A reader that takes nothing for so long is gone. */
const STUCK_MS = 60_000;

/** Turns a reply into an event stream with signs of life. */
export function openEventStream(
  reply: FastifyReply,
  {
    heartbeatMs,
    headers,
  }: { readonly heartbeatMs: number; readonly headers: { readonly [name: string]: string } },
): EventStream {
  reply.hijack();
  const { raw } = reply;
  const listeners = new Set<() => void>();
  let closed = false;
  let stuckSince: number | null = null;

  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Nginx would otherwise gather what should arrive at once.
    'x-accel-buffering': 'no',
  });
  const write = (text: string): void => {
    if (closed) return;
    if (raw.write(text)) return;
    stuckSince ??= Date.now();
  };
  raw.on('drain', () => {
    stuckSince = null;
  });
  const heartbeat = setInterval(() => {
    if (stuckSince === null) write(': \n\n');
    else if (Date.now() - stuckSince > STUCK_MS) raw.destroy();
  }, heartbeatMs);
  raw.on('close', () => {
    closed = true;
    clearInterval(heartbeat);
    for (const listener of listeners) listener();
    listeners.clear();
  });
  raw.on('error', () => raw.destroy());
  // The headers go out now, so that the reader knows it is let in.
  write(': \n\n');

  return {
    send(data, id) {
      write(`${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
    },
    drained() {
      if (closed || !raw.writableNeedDrain) return Promise.resolve();
      return new Promise((resolve) => {
        raw.once('drain', resolve);
        listeners.add(resolve);
      });
    },
    get closed() {
      return closed;
    },
    onClose(listener) {
      if (closed) listener();
      else listeners.add(listener);
    },
    end() {
      raw.end();
    },
  };
}
