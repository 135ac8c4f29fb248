import { backoff, LONGEST, type Outcome, outcomeOf, retryAfter } from './decision.js';
import type { Row } from './disk.js';
import type { Settings } from './options.js';
import type { Queue } from './queue.js';
import type { Reply, Transport } from './transport.js';

/** Takes batches from the queue to the endpoint. */
export type Delivery = ReturnType<typeof createDelivery>;

/**
 * Makes the delivery of one page; the pages of a device take turns by `lock`. `until` tells, and is told, before when
 * nothing may be sent; `check` lets go of what must not be sent at all.
 */
export function createDelivery(
  settings: Pick<Settings, 'batchEvents' | 'delay'>,
  queue: Queue,
  transport: Transport,
  lock: (run: () => Promise<void>) => Promise<unknown>,
  open: () => boolean,
  until: (time?: number) => number,
  check: (rows: readonly Row[], count: number) => readonly Row[],
  report: (reply: Reply, outcome: Outcome, rows: readonly Row[]) => void,
  timer: (run: () => void, after: number) => () => void,
) {
  const { batchEvents } = settings;
  /** Ids in requests under way. */
  const flying = new Set<string>();
  /** Events of the next batch: fewer after a refusal, the same after a failure, more after a success. */
  let limit = batchEvents;
  let failures = 0;
  let cancel: (() => void) | undefined;
  let running: Promise<unknown> | undefined;
  let leave = (): void => {};

  const unsent = (rows: readonly Row[] = [...queue.mine]) => rows.filter(([id]) => !flying.has(id));

  function rest(): void {
    cancel?.();
    cancel = undefined;
    transport.leave([]);
  }

  function schedule(after: number): void {
    rest();
    cancel = timer(start, after);
    transport.leave(unsent().slice(0, batchEvents));
  }

  /** Sees a request through; tells whether the next may follow at once. */
  async function send(offered: readonly Row[], leaving?: boolean): Promise<boolean> {
    const request = transport.request(offered, leaving);
    if (!request) return false;
    const [rows, go] = request;
    for (const [id] of rows) flying.add(id);
    const reply = await go();
    for (const [id] of rows) flying.delete(id);
    let outcome = outcomeOf(reply.status);
    let settled: readonly Row[] = [];
    if (outcome === 'done') {
      const again = reply.verdicts?.filter((one) => one.status === 'retry').map((one) => one.id) ?? [];
      settled = rows.filter(([id]) => !again.includes(id));
      if (again[0]) outcome = 'retry';
    }
    if (outcome === 'split' && rows.length < 2) settled = rows;
    if (settled[0]) await queue.settle(settled);
    report(reply, outcome, rows);
    if (outcome === 'done' || outcome === 'split') {
      failures = 0;
      limit = outcome === 'done' ? Math.min(batchEvents, limit * 2) : Math.ceil(rows.length / 2);
      return true;
    }
    const wait = retryAfter(reply.after, Date.now());
    if (wait) until(Date.now() + wait);
    limit = rows.length;
    schedule(Math.max(wait, backoff(outcome, ++failures, Math.random())));
    return false;
  }

  async function drain(gone: () => boolean): Promise<void> {
    for (;;) {
      const [rows, count] = await queue.take(limit + flying.size);
      const refused = check(rows, count);
      if (refused[0]) {
        await queue.settle(refused);
        continue;
      }
      await transport.prepare();
      const ready = unsent(rows).slice(0, limit);
      if (!ready[0] || gone() || !open()) return;
      const wait = until() - Date.now();
      if (wait > 0 && wait < LONGEST) return schedule(wait);
      if (!(await send(ready))) return;
    }
  }

  /** Sends what is in the queue, now, as the only sender of this device. */
  function start(): Promise<unknown> {
    rest();
    running ??= lock(() => {
      let gone = false;
      return Promise.race([
        drain(() => gone),
        new Promise<void>((resolve) => {
          leave = () => {
            gone = true;
            resolve();
          };
        }),
      ]);
    })
      .catch((error) => {
        report({ status: 0, text: `${error}` }, 'retry', []);
        schedule(backoff('retry', ++failures, Math.random()));
      })
      .finally(() => {
        running = undefined;
        // Whatever came after the last look at the queue.
        ready();
      });
    return running;
  }

  /** Something new is in the queue. */
  function ready(): void {
    const rows = unsent();
    if (!rows[0] || running || !open()) return;
    if (!failures && rows.length >= batchEvents) void start();
    else if (!cancel) schedule(settings.delay);
    else transport.leave(rows.slice(0, batchEvents));
  }

  return {
    ready,
    async flush(): Promise<void> {
      await queue.save();
      await running;
      await start();
    },
    /** Lets another tab take over. */
    stop(): void {
      rest();
      leave();
    },
    /** The page may be gone in a moment: sends what can outlive it. Tells what is under way. */
    exit(): string[] {
      rest();
      leave();
      for (let before = -1; open() && unsent()[0] && flying.size > before; ) {
        before = flying.size;
        void send(unsent().slice(0, batchEvents), true);
      }
      return [...flying];
    },
  };
}
