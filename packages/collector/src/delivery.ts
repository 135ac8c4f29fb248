import type { Event } from '@waymark/contracts';
import type { Answer, Losses, Problem } from './api.js';
import { LONGEST, type Outcome, outcomeOf, waitOf } from './decision.js';
import type { EventVerdict } from './format.js';
import type { Settings } from './options.js';
import type { Queue } from './queue.js';
import type { Record } from './record.js';
import { localTime } from './time.js';

/** All requests that may outlive a page share this many bytes (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const BUDGET = 65_536;
const PATIENCE = 30_000;
/** More of an answer is not read: an endpoint may send for ever. */
const READ_LIMIT = 1_000_000;

type Packed = readonly [
  events: readonly Event[],
  init: RequestInit,
  /** What of the budget it takes: nothing where it cannot outlive its page. */
  held: number,
  dropped: Losses,
];

/** Takes batches from the queue to the endpoint. */
export type Delivery = ReturnType<typeof createDelivery>;

/** Makes the delivery of one page; the pages of a device take turns by `lock`. */
export const createDelivery = (
  name: string,
  settings: Settings,
  [all, , put, sync, , recover]: Readonly<Queue>,
  keep: Record,
  lose: (reason: string, count: number) => void,
  make: () => unknown,
  isOpen: () => boolean,
  tell: (code: Problem['code'], message: unknown, events?: readonly Event[]) => void,
  changed: (...answer: Answer) => void,
) => {
  const { endpoint, key, batchEvents, format } = settings;
  /** Ids in requests under way. */
  const flying = new Set<string>();
  /** Events of the next batch: fewer after a refusal, the same after a failure, more after a success. */
  let limit = batchEvents;
  let failures = 0;
  /** For how long to wait after a failure. */
  let pause = 0;
  let budget = BUDGET;
  let turns = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the turn of this page as the sender. */
  let handOver: (() => void) | undefined;

  /** What may be sent next. A token speaks for one person: what another one did waits until that one is back. */
  const unsent = (most: number): Event[] => {
    const events: Event[] = [];
    for (const [id, text] of all) {
      if (events.length >= most) break;
      const event: Event = !flying.has(id) && JSON.parse(text);
      if (event && !format.withholds?.(event, keep().me)) events.push(event);
    }
    return events;
  };

  /** Packs as many events as fit, from the first. */
  const pack = (events: readonly Event[], most: number): Packed => {
    // Told once: by one request at a time.
    const dropped = flying.size ? {} : { ...keep().dropped };
    const text = format.encode(events, {
      key,
      batchId: `${events[0]?.id}.${events.at(-1)?.id}.${events.length}`,
      dropped,
      sentAt: localTime(),
    });
    // A `Blob` would tell as well, and ask another process for it.
    const size = new TextEncoder().encode(text).length;
    if (size > most && events[1]) return pack(events.slice(0, events.length / 2), most);
    const held = size > budget ? 0 : size;
    const init: RequestInit = {
      headers: { ...format.headers, ...settings.headers },
      method: 'POST',
      signal: AbortSignal.timeout?.(PATIENCE) as AbortSignal,
      keepalive: held as never,
      body: text,
    };
    return [events, init, held, dropped];
  };

  /** Sends the next batch; tells whether another may follow at once. */
  const send = async (isLeaving?: boolean): Promise<boolean | undefined> => {
    if (!isLeaving) await format.prepare?.();
    const [events, init, held, dropped] = pack(unsent(limit), isLeaving ? budget : settings.batchBytes);
    if (!events[0] || !isOpen() || asked() > 0 || (isLeaving && !held)) return;
    let status = 0;
    let text = '';
    let after: string | null | undefined;
    let verdicts: readonly EventVerdict[] = [];
    budget -= held;
    for (const { id } of events) flying.add(id);
    try {
      const answer = (settings.fetch ?? fetch)(endpoint, init, isLeaving);
      if (isLeaving) void send(true);
      const response = await answer;
      // It was there before the body, and says what became of the events whether or not the body can be read. Behind a
      // redirect the POST may have become a GET, whose 200 would look like a yes: only verdicts are one there.
      status = response.redirected ? 0 : response.status;
      const word = status;
      after = response.headers.get('retry-after');
      const reader = (response.body as ReadableStream).pipeThrough(new TextDecoderStream()).getReader();
      for (let part: string | undefined; text.length < READ_LIMIT; text += part) {
        part = (await reader.read()).value;
        if (!part) break;
      }
      void reader.cancel();
      if (response.ok && text) {
        // What is no answer is a captive portal's page or an application's catch-all route, not the endpoint's word.
        status = 404;
        verdicts = format.verdicts?.(text) ?? [];
        status = verdicts[0] ? response.status : word;
      }
    } catch {
      // The status says it; an answer without a body is none the worse.
    }
    budget += held;
    const outcome = outcomeOf(status);
    const isSplit = outcome === 'split';
    const isDone = outcome === 'done';
    const isOver = isDone || (isSplit && !events[1]);
    for (const { id } of events) {
      flying.delete(id);
      // What was forgotten meanwhile is not on disk any more.
      if (isOver && all.has(id)) put(id);
    }
    if (isDone) for (const reason in dropped) lose(reason, -(dropped[reason] as number));
    text = `answered ${status} ${text.slice(0, 250)}`;
    if (outcome === 'paused') tell(outcome, text);
    if (isSplit && isOver) tell('rejected', text, events);
    for (const { id, status, message } of verdicts) {
      if (status === 'rejected')
        tell(
          status,
          message,
          events.filter((event) => event.id === id),
        );
    }
    changed(status, outcome, events);
    limit = isOver ? Math.min(batchEvents, limit * 2) : isSplit ? events.length / 2 : events.length;
    if (isOver || isSplit) failures = pause = 0;
    else fail(outcome, after);
    // Last: what is gone from the disk has been told of.
    await sync();
    return !failures;
  };

  const fail = (outcome?: Outcome, after?: string | null): void => {
    pause = waitOf(outcome, ++failures, after);
    // Asked for by the endpoint: other tabs keep to it, too.
    if (after) keep({ until: Date.now() + pause });
  };

  /** For how long the endpoint does not want to be asked, as far as any tab knows. */
  const asked = (): number => {
    const wait = (keep().until as number) - Date.now();
    return wait < LONGEST ? wait : 0;
  };

  const drain = async (): Promise<void> => {
    timer = clearTimeout(timer) as undefined;
    // Before consent there is no disk to be asked.
    if (isOpen()) {
      make();
      recover();
      await sync(true);
      while (await send());
    }
  };

  const turn = () =>
    new Promise<void>((resolve) => {
      handOver = resolve;
      void drain()
        .catch((error) => {
          tell('host', error);
          fail();
        })
        .then(resolve);
    });

  /** Sends what is in the queue, now, as the only sender of this device. */
  const start = (): Promise<void> =>
    (turns = turns
      .then(() => navigator.locks.request(name, turn))
      // Locks are missing on plain http, and refused inside a sandboxed frame: ids keep events single there.
      .catch(turn)
      .then(ready));

  /** Something new may be in the queue. */
  const ready = (): void => {
    const events = flying.size || !isOpen() ? [] : unsent(batchEvents);
    if (!events[0]) return;
    const wait = Math.max(pause, asked());
    if (wait <= 0 && events.length >= batchEvents) void start();
    else timer ??= setTimeout(start, Math.max(settings.delay, wait));
  };

  return [
    ready,
    start,
    /** The page may be gone in a moment: sends what can outlive it. */
    (): void => {
      void send(true);
      handOver?.();
      if (settings.exit === 'most') for (const id of flying) put(id);
    },
  ] as const;
};
