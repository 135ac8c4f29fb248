import type { Event } from '@waymark/contracts';
import { LONGEST, type Outcome, outcomeOf, waitOf } from './decision.js';
import type { EventVerdict } from './format.js';
import type { Settings } from './options.js';
import type { Queue, Row } from './queue.js';
import type { Shared, Who } from './record.js';
import { localTime } from './time.js';

/** All requests that may outlive a page share this many bytes (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const BUDGET = 65_536;
const PATIENCE = 30_000;
/** More of an answer is not read: an endpoint may send for ever. */
const READ_LIMIT = 1_000_000;

/** https://developer.mozilla.org/docs/Web/API/Window/fetchLater */
declare function fetchLater(url: string, init: RequestInit): unknown;

type Entry = readonly [id: string, row: Row];

/** Takes batches from the queue to the endpoint. */
export type Delivery = ReturnType<typeof createDelivery>;

/** Makes the delivery of one page; the pages of a device take turns by `lock`. */
export const createDelivery = (
  { endpoint, key, format, headers, token: ask, compress, exit, batchBytes, batchEvents, delay }: Settings,
  [all, , put, sync]: Readonly<Queue>,
  lock: (run: () => Promise<void>) => Promise<unknown>,
  open: () => boolean,
  who: () => Who,
  share: (change?: (shared: Shared) => void) => Shared,
  report: (
    events: readonly Event[],
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
  /** When to try again after a failure. */
  let resume = 0;
  let inFlight = 0;
  let token: string | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> | undefined;
  /** Ends the turn of this page as the sender. */
  let handOver = (): void => {};
  let deferred: AbortController | undefined;

  /** What may be sent next. A token speaks for one person: what another one did waits until that one is back. */
  const unsent = (most = batchEvents): Entry[] => {
    const { userId, companyId } = who();
    return [...all]
      .filter(
        ([id, [, user, company]]) =>
          !flying.has(id) && (!ask || ((user ?? userId) === userId && (company ?? companyId) === companyId)),
      )
      .slice(0, most);
  };

  /** Packs as many events as fit, from the first. */
  const pack = (entries: readonly Entry[], most: number, signal?: AbortSignal) => {
    for (;;) {
      const events: Event[] = JSON.parse(`[${entries.map(([, [text]]) => text)}]`);
      const dropped = { ...share().lost };
      const [url, text] = format.encode(events, {
        endpoint,
        key,
        token: token ?? undefined,
        batchId: [entries[0]?.[0], entries.at(-1)?.[0], entries.length].join('.'),
        sentAt: localTime(Date.now()),
        dropped,
      });
      const body = new TextEncoder().encode(text);
      const size = body.length;
      const init: RequestInit = {
        method: 'POST',
        body,
        headers: { 'content-type': format.type, ...headers },
        signal: signal as AbortSignal,
      };
      if (size <= most || entries.length < 2) return [entries, url, init, size, events, dropped] as const;
      entries = entries.slice(0, entries.length / 2);
    }
  };

  /** Sends the first of the events; tells whether the next may follow at once. */
  const send = async (offered: readonly Entry[], isLeaving?: boolean): Promise<boolean> => {
    const most = isLeaving ? BUDGET - inFlight : batchBytes;
    const [entries, url, init, size, events, dropped] = pack(offered, most, AbortSignal.timeout?.(PATIENCE));
    if (isLeaving && size > most) return false;
    const held = inFlight + size > BUDGET ? 0 : size;
    let status = 0;
    let text = '';
    let after: string | null | undefined;
    let verdicts: readonly EventVerdict[] | undefined;
    inFlight += held;
    for (const [id] of entries) flying.add(id);
    try {
      init.keepalive = held > 0;
      if (compress && !isLeaving) await compress(init);
      const response = await fetch(url, init);
      // It was there before the body, and says what became of the events whether or not the body can be read.
      status = response.status;
      after = response.headers.get('retry-after');
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part: string | undefined; text.length < READ_LIMIT; text += part) {
        part = (await reader?.read())?.value;
        if (!part) break;
      }
      void reader?.cancel();
      if (response.ok && text) {
        // What is no answer is a captive portal's page or an application's catch-all route, not the endpoint's word.
        status = 404;
        verdicts = format.verdicts?.(text);
      }
      // Behind a redirect the POST may have become a GET, whose 200 would look like a yes: only verdicts are one there.
      status = response.redirected && !verdicts?.[0] ? 0 : response.status;
    } catch (error) {
      text ||= `${error}`;
    }
    inFlight -= held;
    const outcome = outcomeOf(status);
    const isSplit = outcome === 'split';
    const isOver = outcome === 'done' || (isSplit && !entries[1]);
    // What was forgotten meanwhile is not on disk any more.
    if (isOver) for (const [id] of entries) if (all.has(id)) put(id);
    if (outcome === 'done')
      share(({ lost }) => {
        for (const reason in dropped) lost[reason] = (lost[reason] as number) - (dropped[reason] as number);
      });
    for (const [id] of entries) flying.delete(id);
    report(events, outcome, status, text.slice(0, 300), verdicts);
    limit = isOver ? Math.min(batchEvents, limit * 2) : entries.length / (isSplit ? 2 : 1);
    if (isOver || isSplit) failures = 0;
    else fail(outcome, after);
    // Last: what is gone from the disk has been told of.
    await sync();
    return !failures;
  };

  const fail = (outcome: Outcome, after?: string | null): void => {
    resume = Date.now() + waitOf(outcome, ++failures, after);
    // Asked for by the endpoint: other tabs keep to it, too.
    if (after)
      share((now) => {
        now.until = resume;
      });
  };

  /** For how long the endpoint does not want to be asked, as far as any tab knows. */
  const asked = (): number => {
    const wait = (share().until ?? 0) - Date.now();
    return wait < LONGEST ? wait : 0;
  };

  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    deferred?.abort();
  };

  const drain = async (): Promise<void> => {
    // Before consent there is no disk to be asked.
    let goesOn = open();
    if (goesOn) await sync(true);
    while (goesOn) {
      token = await ask?.();
      const entries = unsent(limit);
      goesOn = !!entries[0] && open() && asked() <= 0 && (await send(entries));
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
        fail('retry');
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
    const entries = unsent();
    if (!entries[0] || running || !open()) return;
    const wait = Math.max(failures && resume - Date.now(), asked());
    if (wait <= 0 && entries.length >= batchEvents) return void start();
    timer ??= setTimeout(start, Math.max(delay, wait));
    // Leaves events with the browser, to be sent should this page die. Whether they arrived nobody learns: only for
    // endpoints that know an event by its id.
    deferred?.abort();
    if (exit !== 'most' && 'fetchLater' in globalThis) {
      deferred = new AbortController();
      const [, url, init] = pack(entries, batchBytes, deferred.signal);
      try {
        fetchLater(url, init);
      } catch {
        // No quota is left: the queue on the device has them anyway.
      }
    }
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
    /** The page may be gone in a moment: sends what can outlive it. */
    (): void => {
      rest();
      for (let before = -1; open() && unsent()[0] && flying.size > before; ) {
        before = flying.size;
        void send(unsent(), true);
      }
      handOver();
      if (exit === 'most') for (const id of flying) put(id);
    },
  ] as const;
};
