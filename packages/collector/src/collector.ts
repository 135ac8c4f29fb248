import type { Event, EventType, JsonObject } from '@waymark/contracts';
import { nanoid } from 'nanoid';
import type { Answer, Collector, EventMap, Middleware, Problem, Properties } from './api.js';
import { createBox } from './box.js';
import { copy } from './copy.js';
import { createDelivery } from './delivery.js';
import { type CollectorOptions, type Consent, settle } from './options.js';
import { createQueue, type Row, type Whose } from './queue.js';
import { createRecord } from './record.js';
import { localTime } from './time.js';

/** Largest event a receiver takes. It counts in bytes; what has fewer characters and more bytes it refuses by itself. */
const EVENT_LIMIT = 32_768;
/** Events made ready between two writes to disk. */
const CHUNK = 250;

const whose = ({ userId, companyId }: Partial<Event>): Whose => [userId, companyId];

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
  const name = `waymark-${settings.key}`;
  const prefix = `${name}/`;
  const spills = `${prefix}spill/`;
  const base = nanoid(14);
  const page = globalThis.document as (Document & { prerendering?: boolean }) | undefined;
  const browser = navigator as Navigator & { globalPrivacyControl?: boolean };
  const listeners = new Set<(count: number) => void>();
  const middlewares = new Set<Middleware>();
  const answers: Answer[] = [];
  const undo = new AbortController();
  const { signal } = undo;
  let calls: Call[] = [];
  let made = 36 ** 4;
  let away: boolean | undefined;
  let context: JsonObject | undefined;
  let address: string | undefined;
  let consent: Consent =
    settings.consent ??
    ((settings.gpc && browser.globalPrivacyControl) || (settings.dnt && browser.doNotTrack === '1')
      ? 'denied'
      : 'granted');

  const held = () =>
    consent === 'denied' || page?.prerendering || (consent === 'pending' && settings.pending !== 'storage');
  const box = createBox(held);
  const [become, share] = createRecord(box, prefix);

  /** Runs code that may throw; what it throws goes to `onError`. */
  const guard = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      tell('host', error);
      return undefined;
    }
  };

  const tell = (code: Problem['code'], message: unknown, rows: readonly Row[] = []): void => {
    if (debug) console.debug(name, code, message);
    try {
      settings.onError?.({ code, message: `${message}`, events: rows.map(([, text]) => JSON.parse(text)) });
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

  const queue = createQueue(name, settings, box, spills, base, lose, (error) => tell('storage', error));
  const [all, add, save, , , spill, recover, wipeQueue, inMemory] = queue;
  const [ready, flush, stop, exit] = createDelivery(
    settings,
    queue,
    // Locks are missing on plain http, and refused inside a sandboxed frame: ids keep events single there.
    (run) => browser.locks?.request(name, run).catch(run) ?? run(),
    () => consent === 'granted' && !signal.aborted && !away && !held(),
    () => whose(become()),
    share,
    (rows, outcome, status, text, verdicts = []) => {
      answers.push({ at: Date.now(), status, events: rows.length, outcome });
      answers.splice(0, answers.length - 10);
      if (debug) console.debug(name, status, outcome, rows);
      const message = `${endpoint} answered ${status} ${text}`;
      if (outcome === 'pause') tell('paused', message);
      if (outcome === 'split' && rows.length < 2) tell('rejected', message, rows);
      for (const { id, status, message } of verdicts) {
        if (status === 'rejected')
          tell(
            'rejected',
            message,
            rows.filter((row) => row[0] === id),
          );
      }
      changed();
    },
  );

  const call = (type: EventType, fields: object): void => {
    if (signal.aborted || consent === 'denied') return;
    if (!context || page?.URL !== address) {
      address = page?.URL;
      context = copy(Object.assign({}, ...settings.context.map(guard)));
    }
    calls.push([Date.now(), context, copy({ type, ...become(), ...fields } as Call[2])]);
    if (calls.length < 2) queueMicrotask(work);
    // Only a loop gets here; the newest calls are the ones to be kept.
    if (calls.length > queueEvents * 2) lose('overflow', calls.splice(0, queueEvents).length);
  };

  /** Makes events of calls and puts them into the queue. */
  const make = (most = 1 / 0): void => {
    if (held()) return;
    context = undefined;
    const rows: Row[] = [];
    share((now) => {
      for (const [time, context, call] of calls.splice(0, most)) {
        if (Math.abs(time - now.at) > settings.sessionTimeout) now.session = nanoid();
        now.at = time;
        let events: readonly Event[] = [
          {
            id: time.toString(36) + (made++).toString(36) + base,
            ...call,
            timestamp: localTime(time),
            context: { ...context, session: now.session },
          },
        ];
        for (const middleware of middlewares) {
          events = events.flatMap((event) => guard(() => middleware(event)) ?? []);
        }
        for (const event of events) {
          const text = guard(() => JSON.stringify({ ...event, seq: ++now.seq }));
          if (text) rows.push([event.id, text, whose(event)]);
        }
      }
    });
    for (const row of rows) row[1].length > EVENT_LIMIT ? lose('too_large', 1) : add(row);
  };

  const work = async (): Promise<void> => {
    while (calls[0] && !held()) {
      make(CHUNK);
      changed();
      await save();
      // A disk that refuses does so at once: the page gets its turn.
      if (inMemory()) await new Promise((resolve) => setTimeout(resolve));
    }
    ready();
  };

  const start = async (): Promise<void> => {
    if (held()) return;
    become({});
    recover();
    await work();
    await flush();
  };

  const wipe = async (): Promise<void> => {
    calls = [];
    stop();
    const [, , drop, keys] = box;
    keys(prefix).forEach(drop);
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
        const hidden = page?.visibilityState === 'hidden';
        // A page that goes away is told so first, and then that it is hidden.
        const leaving =
          type === 'pagehide' || type === 'freeze' || (away && hidden && type === 'visibilitychange');
        const sent = leaving ? exit() : [];
        away = leaving;
        if ((away || hidden) && all.size) spill(settings.exit === 'most' ? sent : []);
        // Not while leaving: a frozen page would keep the lock.
        if (!leaving) void start();
      },
      // In the capture phase: a host that stops the event elsewhere does not stop it for us.
      { capture: true, signal },
    );
  }
  void start();

  const reset = () => void become({ userId: undefined, companyId: undefined, anonymousId: nanoid() });

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
      spill([]);
      void save();
      undo.abort();
      stop();
    },
    inspect: () => ({
      consent,
      storage: inMemory() ? 'memory' : 'disk',
      waiting: waiting(),
      dropped: share().lost,
      answers: [...answers],
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
