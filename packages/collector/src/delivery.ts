import { LONGEST, type Outcome, outcomeOf, waitOf } from './decision.js';
import type { EventVerdict } from './format.js';
import type { Settings } from './options.js';
import type { Queue, Row, Whose } from './queue.js';
import type { Shared } from './record.js';
import { localTime } from './time.js';

/** All requests that may outlive a page share this many bytes (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const BUDGET = 65_536;
const PATIENCE = 30_000;
/** More of an answer is not read: an endpoint may send for ever. */
const READ_LIMIT = 1_000_000;

/** https://developer.mozilla.org/docs/Web/API/Window/fetchLater */
declare function fetchLater(url: string, init: RequestInit): unknown;

/** Takes batches from the queue to the endpoint. */
export type Delivery = ReturnType<typeof createDelivery>;

/** The body of an answer, or its beginning. */
const textOf = async ({ body }: Response): Promise<string> => {
  let text = '';
  try {
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    while (reader && text.length < READ_LIMIT) {
      const { value } = await reader.read();
      if (!value) return text;
      text += value;
    }
    void reader?.cancel();
  } catch {
    // The status was there before the body, and it says what became of the events.
  }
  return text;
};

/** Makes the delivery of one page; the pages of a device take turns by `lock`. */
export const createDelivery = (
  { endpoint, key, format, headers, token: ask, compress, exit, batchBytes, batchEvents, delay }: Settings,
  [all, , save, sync, settle]: Readonly<Queue>,
  lock: (run: () => Promise<void>) => Promise<unknown>,
  open: () => boolean,
  whose: () => Whose,
  share: (change?: (shared: Shared) => void) => Shared,
  report: (
    rows: readonly Row[],
    outcome: Outcome,
    status: number,
    text: string,
    verdicts?: readonly EventVerdict[],
  ) => void,
) => {
  /** Ids in requests under way. */
  const flying = new Set<string>();
  /** Events of the next batch: fewer after a refusal, the same after a failure, more after a success. */
  let limit = batchEvents;
  let failures = 0;
  let inFlight = 0;
  let token: string | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> | undefined;
  /** Ends the turn of this page as the sender. */
  let handOver = (): void => {};
  let deferred = new AbortController();

  /** What may be sent next. A token speaks for one person: what another one did waits until that one is back. */
  const unsent = (most = batchEvents) =>
    [...all.values()]
      .filter(
        ([id, , of]) => !flying.has(id) && (!ask || !of || of.every((one, i) => !one || one === whose()[i])),
      )
      .slice(0, most);

  /** Packs as many events as fit, from the first. */
  const pack = (rows: readonly Row[], most: number, signal?: AbortSignal) => {
    for (;;) {
      const lost = { ...share().lost };
      const [url, text] = format.encode(
        rows.map(([, text]) => text),
        {
          endpoint,
          key,
          token: token ?? undefined,
          batchId: [rows[0]?.[0], rows.at(-1)?.[0], rows.length].join('.'),
          sentAt: localTime(Date.now()),
          dropped: lost,
        },
      );
      const body = new TextEncoder().encode(text);
      const size = body.length;
      const init: RequestInit = {
        method: 'POST',
        body,
        headers: { 'content-type': format.type, ...headers },
        signal: signal as AbortSignal,
      };
      if (size <= most || rows.length < 2) return [rows, url, init, size, lost] as const;
      rows = rows.slice(0, rows.length / 2);
    }
  };

  /** Sends the first of the events; tells whether the next may follow at once. */
  const send = async (offered: readonly Row[], leaving?: boolean): Promise<boolean> => {
    const most = leaving ? BUDGET - inFlight : batchBytes;
    const [rows, url, init, size, lost] = pack(offered, most, AbortSignal.timeout?.(PATIENCE));
    if (leaving && size > most) return false;
    const held = inFlight + size > BUDGET ? 0 : size;
    let status = 0;
    let text = '';
    let after: string | null | undefined;
    let verdicts: readonly EventVerdict[] | undefined;
    inFlight += held;
    for (const [id] of rows) flying.add(id);
    try {
      init.keepalive = held > 0;
      if (compress && !leaving) await compress(init);
      const response = await fetch(url, init);
      after = response.headers.get('retry-after');
      text = await textOf(response);
      // What cannot be read is a captive portal's page or an application's catch-all route, not the endpoint's word.
      status = 404;
      if (response.ok && text) verdicts = format.verdicts?.(text);
      // Behind a redirect the POST may have become a GET, whose 200 would look like a yes: only verdicts are one there.
      status = response.redirected && !verdicts?.[0] ? 0 : response.status;
    } catch (error) {
      text ||= `${error}`;
    }
    inFlight -= held;
    const outcome = outcomeOf(status);
    const done = outcome === 'done';
    if (done || (outcome === 'split' && rows.length < 2)) {
      // What was forgotten meanwhile is not on disk any more.
      for (const row of rows) if (all.has(row[0])) settle(row);
      await save();
    }
    if (done)
      share((now) => {
        for (const reason in lost) {
          now.lost[reason] = (now.lost[reason] as number) - (lost[reason] as number);
        }
      });
    for (const [id] of rows) flying.delete(id);
    report(rows, outcome, status, text.slice(0, 300), verdicts);
    if (done || outcome === 'split') {
      failures = 0;
      limit = done ? Math.min(batchEvents, limit * 2) : Math.ceil(rows.length / 2);
      return true;
    }
    limit = rows.length;
    retry(outcome, after);
    return false;
  };

  const retry = (outcome: Outcome, after?: string | null): void => {
    const wait = waitOf(outcome, ++failures, after);
    // Asked for by the endpoint: other tabs keep to it, too.
    if (after)
      share((now) => {
        now.until = Date.now() + wait;
      });
    schedule(wait);
  };

  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    deferred.abort();
  };

  const schedule = (after: number): void => {
    rest();
    timer = setTimeout(start, after);
    insure();
  };

  /** Leaves events with the browser, to be sent should this page die. */
  const insure = (): void => {
    deferred.abort();
    deferred = new AbortController();
    // Whether they arrived nobody learns: only for endpoints that know an event by its id.
    if (exit !== 'most' && 'fetchLater' in globalThis && unsent()[0]) {
      const [, url, init] = pack(unsent(), batchBytes, deferred.signal);
      try {
        fetchLater(url, init);
      } catch {
        // No quota is left: the queue on the device has them anyway.
      }
    }
  };

  const drain = async (): Promise<void> => {
    // Before consent there is no disk to be asked.
    if (open()) await sync();
    for (;;) {
      token = await ask?.();
      const rows = unsent(limit);
      if (!rows[0] || !open()) return;
      const wait = share().until - Date.now();
      if (wait > 0 && wait < LONGEST) {
        // Another tab failed: a full batch must not start over at once here either.
        failures ||= 1;
        return schedule(wait);
      }
      if (!(await send(rows))) return;
    }
  };

  /** Sends what is in the queue, now, as the only sender of this device. */
  const start = (): Promise<unknown> => {
    rest();
    running ??= lock(() =>
      Promise.race([
        drain(),
        new Promise<void>((resolve) => {
          handOver = resolve;
        }),
      ]),
    )
      .catch((error) => {
        report([], 'retry', 0, `${error}`);
        retry('retry');
      })
      .then(() => {
        running = undefined;
        // Whatever came after the last look at the queue.
        ready();
      });
    return running;
  };

  /** Something new is in the queue. */
  const ready = (): void => {
    const rows = unsent();
    if (!rows[0] || running || !open()) return;
    if (!failures && rows.length >= batchEvents) void start();
    else if (timer) insure();
    else schedule(delay);
  };

  return [
    ready,
    async (): Promise<void> => {
      const busy = running;
      await busy;
      // What was under way has just failed: at once again would be no use.
      if (!busy || !failures) await start();
    },
    rest,
    /** The page may be gone in a moment: sends what can outlive it. Tells what is under way. */
    (): Row[] => {
      rest();
      for (let before = -1; open() && unsent()[0] && flying.size > before; ) {
        before = flying.size;
        void send(unsent(), true);
      }
      handOver();
      return [...flying].map((id) => [id, '']);
    },
  ] as const;
};
