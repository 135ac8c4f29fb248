import { createStore, delMany, entries, setMany } from 'idb-keyval';
import { nanoid } from 'nanoid';
import type {
  Answer,
  Collector,
  CollectorOptions,
  Consent,
  Event,
  EventMap,
  JsonObject,
  Middleware,
} from './collector-types.js';
import { own } from './formats/own.js';
import { localTime } from './time.js';

/** Makes a collector: events in, batches out, to one endpoint. */
export function createCollector<
  Events extends EventMap = Record<string, { readonly [key: string]: unknown }>,
>(options: CollectorOptions): Collector<Events> {
  const { endpoint, key, delay = 1_000, batchEvents = 100, format = own(), onError = () => {} } = options;
  const name = `waymark-${key}`;
  let store: ReturnType<typeof createStore> | undefined;
  try {
    store = createStore(name, 'events');
  } catch {
    store = undefined;
  }
  const queue = new Map<string, string>();
  const answers: Answer[] = [];
  const listeners = new Set<(count: number) => void>();
  const middlewares: Middleware[] = [];
  let consent: Consent = options.consent ?? 'granted';
  let anonymousId = remembered();
  let userId: string | undefined;
  let companyId: string | undefined;
  let seq = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let disposed = false;

  function remembered(fresh = false): string {
    try {
      const found = !fresh && localStorage.getItem(name);
      const id = found || nanoid();
      localStorage.setItem(name, id);
      return id;
    } catch {
      return nanoid();
    }
  }

  const changed = () => {
    for (const listener of listeners) listener(queue.size);
  };

  function add(event: Partial<Event> & Pick<Event, 'type'>): void {
    if (disposed || consent === 'denied') return;
    const whole = {
      id: nanoid(),
      ...event,
      userId,
      anonymousId,
      companyId,
      timestamp: localTime(Date.now()),
      seq: ++seq,
    } as Event;
    let made: Event[] = [whole];
    for (const middleware of middlewares) made = made.flatMap((one) => middleware(one) ?? []);
    for (const one of made) {
      const text = JSON.stringify(one);
      queue.set(one.id, text);
      if (store) setMany([[one.id, text]], store).catch(() => {});
    }
    changed();
    if (consent === 'granted') timer ??= setTimeout(flush, delay);
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (queue.size > 0 && consent === 'granted' && !disposed) {
      const batch = [...queue].slice(0, batchEvents);
      const ids = batch.map(([id]) => id);
      const token = (await options.token?.()) ?? undefined;
      const body = format.encode(
        batch.map(([, text]) => text),
        { key, token, batchId: `${ids[0]}.${ids.length}`, sentAt: localTime(Date.now()), dropped: undefined },
      );
      const response = await fetch(endpoint, {
        method: 'POST',
        body,
        headers: { 'content-type': format.type },
      }).catch(() => null);
      answers.push({ at: Date.now(), status: response?.status ?? 0, events: ids.length, outcome: '' });
      if (!response?.ok) {
        failures++;
        timer = setTimeout(flush, Math.random() * Math.min(300_000, 1_000 * 2 ** failures));
        return;
      }
      failures = 0;
      const text = await response.text().catch(() => '');
      try {
        for (const verdict of format.verdicts?.(text) ?? []) {
          if (verdict.status === 'rejected') onError({ code: 'rejected', message: verdict.message ?? '' });
        }
      } catch {
        // An answer that cannot be read still said yes by its status.
      }
      for (const id of ids) queue.delete(id);
      if (store) await delMany(ids, store).catch(() => {});
      changed();
    }
  }

  function flush(): Promise<void> {
    running ??= send().finally(() => {
      running = undefined;
    });
    return running;
  }

  if (store) {
    entries<string, string>(store)
      .then((old) => {
        for (const [id, text] of old) queue.set(id, text);
        if (queue.size > 0) timer ??= setTimeout(flush, delay);
        changed();
      })
      .catch(() => {});
  }

  return {
    identify(id, traits) {
      userId = id;
      add({ type: 'identify', traits: traits as JsonObject });
    },
    group(id, traits) {
      companyId = id;
      add({ type: 'group', traits: traits as JsonObject });
    },
    track: (event, ...[properties]) => add({ type: 'track', event, properties: properties as JsonObject }),
    page: (event, properties) => add({ type: 'page', event, properties: properties as JsonObject }),
    alias: (id, previousId = anonymousId) => add({ type: 'alias', userId: id, previousId }),
    reset() {
      userId = companyId = undefined;
      anonymousId = remembered(true);
    },
    flush,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
    inspect: () => ({
      consent,
      storage: store ? 'disk' : 'memory',
      waiting: queue.size,
      dropped: {},
      answers,
      anonymousId,
      userId,
      companyId,
    }),
    consent(next) {
      consent = next;
      if (next === 'granted') void flush();
    },
    use(middleware) {
      middlewares.push(middleware);
      return () => void middlewares.splice(middlewares.indexOf(middleware), 1);
    },
    async forget() {
      const ids = [...queue.keys()];
      queue.clear();
      anonymousId = nanoid();
      try {
        localStorage.removeItem(name);
        if (store) await delMany(ids, store);
      } catch {
        // Storage that refuses holds nothing of ours.
      }
      changed();
    },
    waiting: {
      get: () => queue.size,
      subscribe(listener) {
        listener(queue.size);
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}
