import type { Event, EventType, JsonObject } from '@waymark/contracts';
import { nanoid } from 'nanoid';
import type { Answer, Collector, EventMap, Middleware, Problem, Properties } from './api.js';
import { createBox } from './box.js';
import { copy } from './copy.js';
import type { Outcome } from './decision.js';
import { createDelivery } from './delivery.js';
import { createDisk, type Row } from './disk.js';
import { eventText } from './event-text.js';
import { watchLifecycle } from './lifecycle.js';
import { lock } from './lock.js';
import { type CollectorOptions, type Consent, settle } from './options.js';
import { createQueue } from './queue.js';
import { addLosses, createTally } from './tally.js';
import { localTime } from './time.js';
import { createTransport, type Reply } from './transport.js';

const ID_LIMIT = 128;
const NAME_LIMIT = 200;
/** Largest event a receiver takes, in bytes. */
const EVENT_LIMIT = 32_768;
/** Events made ready between two writes to disk. */
const CHUNK = 250;

/** Who is using, as this device knows it. */
interface Who {
  anonymousId?: string;
  userId?: string | undefined;
  companyId?: string | undefined;
}

/** A call as it was made: everything that takes time is done after the host's task. */
type Call = [time: number, context: JsonObject, event: Omit<Event, 'id' | 'timestamp'>];

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
  const { endpoint, queueEvents, queueBytes, maxAge, debug } = settings;
  const name = `waymark-${settings.key}`;
  const base = nanoid(14);
  const page = globalThis.document as (Document & { prerendering?: boolean }) | undefined;
  const signals = navigator as Navigator & { globalPrivacyControl?: boolean };
  const listeners = new Set<(count: number) => void>();
  const middlewares = new Set<Middleware>();
  const answers: Answer[] = [];
  let calls: Call[] = [];
  let made = 36 ** 4;
  let closed = false;
  let away = false;
  let context: JsonObject | undefined;
  let address: string | undefined;
  let consent: Consent =
    options.consent ??
    ((settings.gpc && signals.globalPrivacyControl) || (settings.dnt && signals.doNotTrack === '1')
      ? 'denied'
      : settings.consent);

  const held = () =>
    !!page?.prerendering || consent === 'denied' || (consent === 'pending' && settings.pending === 'memory');
  const box = createBox(() => !held());
  const tally = createTally(box, `${name}.tally`);
  let who: Who = { anonymousId: nanoid(), ...box.get<Who>(name) };

  /** Runs code that may throw; what it throws goes to `onError`. */
  function guard<T>(code: Problem['code'], work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      tell(code, `${error}`);
      return undefined;
    }
  }

  function tell(code: Problem['code'], message: string, rows: readonly Row[] = []): void {
    if (debug) console.warn('[collector]', code, message);
    try {
      settings.onError({ code, message, events: rows.map(([, text]) => JSON.parse(text)) });
    } catch {
      // There is nobody left to tell.
    }
  }

  function lose(reason: string, count: number): void {
    tally((all) => {
      all.lost = addLosses(all.lost, { [reason]: count });
    });
    tell('dropped', `${count} ${reason}`);
  }

  const waiting = () => queue.mine.size + calls.length;
  const changed = () => {
    for (const listener of listeners) guard('host', () => listener(waiting()));
  };

  const queue = createQueue(
    () => createDisk(name),
    box,
    `${name}/`,
    base,
    queueEvents,
    queueBytes,
    lose,
    (error) => tell('storage', `${error}`),
    (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  );
  const transport = createTransport(
    settings,
    () => tally().lost,
    (told) =>
      tally((all) => {
        all.lost = addLosses(all.lost, told, -1);
      }),
  );
  const delivery = createDelivery(
    settings,
    queue,
    transport,
    (run) => lock(name, run),
    () => consent === 'granted' && !closed && !away && !held(),
    (time) =>
      tally((all) => {
        all.until = time ?? all.until;
      }).until,
    check,
    report,
    (run, after) => {
      const timer = setTimeout(run, after);
      return () => clearTimeout(timer);
    },
  );

  /** What must not be sent: what is too old, and the oldest of too much. */
  function check(rows: readonly Row[], count: number): readonly Row[] {
    const size = rows.reduce((sum, row) => sum + row[1].length, 0);
    const full = count > queueEvents || (size / rows.length) * count > queueBytes;
    const found = full ? rows : rows.filter(([id]) => Date.now() - parseInt(id.slice(0, 8), 36) > maxAge);
    if (found[0]) lose(full ? 'overflow' : 'expired', found.length);
    return found;
  }

  function report({ status, text, verdicts = [] }: Reply, outcome: Outcome, rows: readonly Row[]): void {
    answers.push({ at: Date.now(), status, events: rows.length, outcome });
    answers.splice(0, answers.length - 10);
    if (debug) console.debug('[collector]', status, outcome, rows);
    const message = `${endpoint} answered ${status} ${text}`;
    if (outcome === 'pause') tell('paused', message);
    if (outcome === 'split' && rows.length < 2) tell('rejected', message, rows);
    for (const { id, status, message } of verdicts) {
      if (status === 'rejected')
        tell(
          'rejected',
          `${message}`,
          rows.filter((row) => row[0] === id),
        );
    }
    changed();
  }

  function call(type: EventType, fields: Partial<Event>): void {
    if (closed || consent === 'denied') return;
    if (!context || page?.URL !== address) {
      address = page?.URL;
      context = Object.assign({}, ...settings.context.map((provider) => guard('host', provider)));
    }
    const { userId, anonymousId, companyId } = who;
    calls.push([Date.now(), context as JsonObject, { type, userId, anonymousId, companyId, ...fields }]);
    if (calls.length < 2) queueMicrotask(work);
    // Only a loop gets here; the newest calls are the ones to be kept.
    if (calls.length > queueEvents * 2) lose('overflow', calls.splice(0, queueEvents).length);
  }

  /** Makes events of calls and puts them into the queue. */
  function make(most: number): void {
    if (held()) return;
    context = undefined;
    tally((all) => {
      for (const [time, context, call] of calls.splice(0, most)) {
        if (Math.abs(time - all.at) > settings.sessionTimeout) all.session = nanoid();
        all.at = time;
        let events: readonly Event[] = [
          {
            id: time.toString(36) + (made++).toString(36) + base,
            ...call,
            timestamp: localTime(time),
            context: { ...context, session: all.session },
          },
        ];
        for (const middleware of middlewares) {
          events = events.flatMap((event) => guard('host', () => middleware(event)) ?? []);
        }
        for (const event of events) {
          const text = guard('host', () => eventText({ ...event, seq: ++all.seq }));
          if (debug) console.debug('[collector]', event);
          if (!text) continue;
          if (text.length * 3 > EVENT_LIMIT && new Blob([text]).size > EVENT_LIMIT) lose('too_large', 1);
          else queue.add(event.id, text);
        }
      }
    });
  }

  async function work(): Promise<void> {
    while (calls[0] && !held()) {
      make(CHUNK);
      changed();
      await queue.save();
      // A disk that refuses does so at once: the page gets its turn.
      if (calls[0] && queue.inMemory()) await new Promise((resolve) => setTimeout(resolve));
    }
    delivery.ready();
  }

  function start(): void {
    if (held()) return;
    box.set(name, who);
    queue.recover();
    void delivery.flush();
    void work();
  }

  function become(next: Who): void {
    who = next;
    box.set(name, who);
  }

  async function wipe(): Promise<void> {
    calls = [];
    transport.abort();
    delivery.stop();
    for (const key of [name, `${name}.tally`, ...box.keys(`${name}/`)]) box.drop(key);
    await queue.wipe();
    changed();
  }

  const unwatch = watchLifecycle(
    () => {
      make(1 / 0);
      queue.spill([]);
      void delivery.flush();
    },
    () => {
      make(1 / 0);
      const sent = delivery.exit();
      away = true;
      if (queue.mine.size) queue.spill(settings.exit === 'most' ? sent : []);
    },
    () => {
      away = false;
      void delivery.flush();
    },
    ({ key }) => {
      if (key?.startsWith(`${name}/`)) start();
    },
    () => {
      const now = Date.now();
      for (const one of calls) one[0] = now;
      start();
    },
  );
  start();

  const object = (value: unknown) => copy(value) as JsonObject;
  const label = (value: unknown, limit: number): string => {
    const text = `${value ?? ''}`;
    if (!text || text.length > limit)
      throw TypeError(`Expected 1 to ${limit} characters, got ${text.length}.`);
    return text;
  };
  const verb =
    <Args extends unknown[]>(work: (...args: Args) => void) =>
    (...args: Args): void =>
      guard('invalid', () => work(...args));

  return {
    identify: verb((id: string, traits?: Properties) => {
      const userId = label(id, ID_LIMIT);
      // Two people at one device: the second is not tied to what the first did.
      become({ ...who, ...(who.userId && who.userId !== userId && { anonymousId: nanoid() }), userId });
      call('identify', { traits: object(traits) });
    }),
    group: verb((id: string, traits?: Properties) => {
      become({ ...who, companyId: label(id, ID_LIMIT) });
      call('group', { traits: object(traits) });
    }),
    track: verb((event, properties) =>
      call('track', { event: label(event, NAME_LIMIT), properties: object(properties) }),
    ) as Collector<Events>['track'],
    page: verb((event?: string, properties?: Properties) =>
      call('page', { event: event && label(event, NAME_LIMIT), properties: object(properties) }),
    ),
    alias: verb((id: string, previousId: string = who.anonymousId as string) =>
      call('alias', { userId: label(id, ID_LIMIT), previousId: label(previousId, ID_LIMIT) }),
    ),
    reset: () => become({ anonymousId: nanoid() }),
    async flush() {
      await work();
      await delivery.flush();
    },
    dispose() {
      make(1 / 0);
      queue.spill([]);
      void queue.save();
      unwatch();
      delivery.stop();
      closed = true;
    },
    inspect: () => ({
      consent,
      storage: queue.inMemory() ? 'memory' : 'disk',
      waiting: waiting(),
      dropped: tally().lost,
      answers: [...answers],
      ...(who as Who & { anonymousId: string }),
    }),
    consent(next) {
      if (next === 'denied') void wipe();
      consent = next;
      start();
    },
    use(middleware) {
      const own: Middleware = (event) => middleware(event);
      middlewares.add(own);
      return () => void middlewares.delete(own);
    },
    async forget() {
      who = { anonymousId: nanoid() };
      await wipe();
    },
    waiting: {
      get: waiting,
      subscribe(listener) {
        listeners.add(listener);
        guard('host', () => listener(waiting()));
        return () => void listeners.delete(listener);
      },
    },
  };
}
