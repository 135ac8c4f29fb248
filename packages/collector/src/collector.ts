import type { Event, EventType, JsonObject } from '@waymark/contracts';
import type { Answer, Collector, EventMap, Middleware, Problem, Properties } from './api.js';
import { createBox } from './box.js';
import { copy } from './copy.js';
import { createDelivery } from './delivery.js';
import { type CollectorOptions, type Consent, settle } from './options.js';
import { createQueue, type Row } from './queue.js';
import { random } from './random.js';
import { createRecord } from './record.js';
import { localTime } from './time.js';

/** Largest event a receiver takes. It counts in bytes; what has fewer characters and more bytes it refuses by itself. */
const EVENT_LIMIT = 32_768;
/** The context of a page is gathered anew every 2 ** 14 milliseconds, for what else may be in it. */
const CONTEXT_BITS = 14;
/** Events made ready between two writes to disk. */
const CHUNK = 250;

/** Puts one in; returns its undo. */
const join = <T>(set: Set<T>, one: T) => {
  set.add(one);
  return () => void set.delete(one);
};

/** A call as it was made: everything that takes time is done after the host's task. */
type Call = [time: number, context: JsonObject | undefined, event: Omit<Event, 'id' | 'timestamp'>];

/**
 * Makes a collector. Throws when `endpoint` or `key` is missing or wrong; nothing throws after that.
 *
 * @example
 * const collector = createCollector({ endpoint: '/waymark/v1/batch', key: 'wk_demo' });
 * collector.track('report.exported', { rows: 12 });
 */
export function createCollector<Events extends EventMap = Record<string, Properties | undefined>>(
  options: CollectorOptions,
): Collector<Events> {
  const settings = settle(options);
  const { endpoint, debug, queueEvents } = settings;
  const name = `waymark-${settings.key}/`;
  const spills = `${name}-`;
  const base = random(12);
  const page = globalThis.document as (Document & { prerendering?: boolean }) | undefined;
  const browser = navigator as Navigator & { globalPrivacyControl?: boolean };
  const listeners = new Set<(count: number) => void>();
  const middlewares = new Set<Middleware>();
  const undo = new AbortController();
  const { signal } = undo;
  let answers: readonly Answer[] = [];
  let calls: Call[] = [];
  let made = 16 ** 5;
  let away: boolean | undefined;
  let context: JsonObject | undefined;
  let place: string | undefined;
  let consent: Consent =
    settings.consent ??
    ((settings.gpc && browser.globalPrivacyControl) || (settings.dnt && browser.doNotTrack === '1')
      ? 'denied'
      : 'granted');

  const held = () =>
    consent === 'denied' || page?.prerendering || (consent === 'pending' && settings.pending !== 'storage');
  const box = createBox(held);
  const [become, share] = createRecord(box, name);

  /** Runs code that may throw; what it throws goes to `onError`. */
  const guard = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      tell('host', error);
      return undefined;
    }
  };

  const tell = (code: Problem['code'], message: unknown, events: readonly Event[] = []): void => {
    if (debug) console.debug(name, code, message);
    try {
      settings.onError?.({ code, message: `${message}`, events });
    } catch {
      // There is nobody left to tell.
    }
  };

  const lose = (reason: string, count: number): void => {
    share(({ lost }) => {
      lost[reason] = (lost[reason] ?? 0) + count;
    });
    tell('dropped', `${count} ${reason}`);
  };

  const waiting = () => all.size + calls.length;
  const changed = () => {
    for (const listener of listeners) guard(() => listener(waiting()));
  };

  const queue = createQueue(name, settings, box, spills, spills + base, lose, (error) =>
    tell('storage', error),
  );
  const [all, add, , sync, spill, recover, wipeQueue, inMemory] = queue;
  const [ready, flush, stop, exit] = createDelivery(
    settings,
    queue,
    // Locks are missing on plain http, and refused inside a sandboxed frame: ids keep events single there.
    (run) => browser.locks?.request(name, run).catch(run) ?? run(),
    () => consent === 'granted' && !signal.aborted && !away && !held(),
    become,
    share,
    (events, outcome, status, text, verdicts = []) => {
      answers = [...answers.slice(-9), { at: Date.now(), status, events: events.length, outcome }];
      if (debug) console.debug(name, status, outcome, events);
      const message = `${endpoint} answered ${status} ${text}`;
      if (outcome === 'pause') tell('paused', message);
      if (outcome === 'split' && events.length < 2) tell('rejected', message, events);
      for (const { id, status, message } of verdicts) {
        if (status === 'rejected')
          tell(
            'rejected',
            message,
            events.filter((event) => event.id === id),
          );
      }
      changed();
    },
  );

  const call = (type: EventType, fields: object): void => {
    if (signal.aborted || consent === 'denied') return;
    const time = Date.now();
    const now = `${page?.URL} ${page?.title} ${time >> CONTEXT_BITS}`;
    if (now !== place) {
      place = now;
      context = copy(Object.assign({}, ...settings.context.map(guard)));
    }
    calls.push([time, context, copy({ type, ...become(), ...fields } as Call[2])]);
    if (calls.length < 2) queueMicrotask(work);
    // Only a loop gets here; the newest calls are the ones to be kept.
    if (calls.length > queueEvents * 2) lose('overflow', calls.splice(0, queueEvents).length);
  };

  /** Makes events of calls and puts them into the queue; tells whether there were any. */
  const make = (most?: number): boolean => {
    if (!calls[0] || held()) return false;
    const rows: [id: string, row: Row][] = [];
    share((now) => {
      for (const [time, context, call] of calls.splice(0, most ?? calls.length)) {
        // A UUID of version 7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7): ids sort as their events were made.
        const id = (time.toString(16).padStart(12, '0') + (made++).toString(16) + base).replace(
          /(.{8})(.{4})(...)(...)/,
          '$1-$2-7$3-8$4-',
        );
        if (Math.abs(time - now.at) > settings.sessionTimeout) now.session = id;
        now.at = time;
        let events: readonly Event[] = [
          { id, ...call, timestamp: localTime(time), context: { ...context, session: now.session } },
        ];
        for (const middleware of middlewares) {
          events = events.flatMap((event) => guard(() => middleware(event)) ?? []);
        }
        for (const event of events) {
          const text = guard(() => JSON.stringify({ ...event, seq: ++now.seq }));
          if (text) rows.push([event.id, [text, event.userId, event.companyId]]);
        }
      }
    });
    for (const [id, row] of rows) row[0].length > EVENT_LIMIT ? lose('too_large', 1) : add(id, row);
    return true;
  };

  const work = async (): Promise<void> => {
    while (make(CHUNK)) {
      if (away) spill();
      changed();
      await sync();
      // A disk that refuses does so at once: the page gets its turn.
      if (inMemory()) await new Promise((resolve) => setTimeout(resolve));
    }
    ready();
  };

  const start = async (): Promise<void> => {
    become({});
    recover();
    await work();
    await flush();
  };

  const wipe = async (): Promise<void> => {
    calls = [];
    stop();
    box((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(name)) delete storage[key];
    });
    await wipeQueue();
    changed();
  };

  for (const type of ['pagehide', 'freeze', 'pageshow', 'resume', 'visibilitychange', 'online', 'storage']) {
    addEventListener(
      type,
      ({ key = spills }: { key?: string | null } & object) => {
        // Of what other tabs store, only what they left behind matters.
        if (!key?.startsWith(spills)) return;
        make();
        const hidden = page?.hidden;
        // A page that goes away is told so first, and then that it is hidden: by then others have said their last word.
        const leaving = type === 'pagehide' || type === 'freeze' || (away && hidden);
        away = false;
        if (leaving) exit();
        away = leaving;
        if (away || hidden) spill();
        // Not while leaving: a frozen page would keep the lock.
        if (!leaving) void start();
      },
      // In the capture phase: a host that stops the event elsewhere does not stop it for us.
      { capture: true, signal },
    );
  }
  void start();

  const reset = () => void become({ userId: undefined, companyId: undefined, anonymousId: random() });

  return {
    identify(userId, traits) {
      const known = become().userId;
      // Two people at one device: the second is not tied to what the first did.
      if (known && known !== userId) reset();
      become({ userId });
      call('identify', { traits });
    },
    group(companyId, traits) {
      become({ companyId });
      call('group', { traits });
    },
    track: (event, ...[properties]) => call('track', { event, properties }),
    page: (event, properties) => call('page', { event, properties }),
    alias: (userId, previousId = become().anonymousId) => call('alias', { userId, previousId }),
    reset,
    flush: start,
    dispose() {
      make();
      spill();
      void sync();
      undo.abort();
      stop();
    },
    inspect: () => ({
      consent,
      storage: inMemory() ? 'memory' : 'disk',
      waiting: waiting(),
      dropped: share().lost,
      answers,
      ...become(),
    }),
    consent(next) {
      if (next === 'denied') void wipe();
      consent = next;
      void start();
    },
    use: (middleware) => join(middlewares, middleware),
    async forget() {
      await wipe();
      reset();
    },
    waiting: {
      get: waiting,
      subscribe(listener) {
        guard(() => listener(waiting()));
        return join(listeners, listener);
      },
    },
  };
}
