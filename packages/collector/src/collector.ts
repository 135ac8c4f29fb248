import type { Event, EventType } from '@waymark/contracts';
import type { Answer, Collector, EventMap, Middleware, Problem, Properties } from './api.js';
import { boxed } from './box.js';
import { copy } from './copy.js';
import { createDelivery } from './delivery.js';
import { newId } from './id.js';
import { type CollectorOptions, settle } from './options.js';
import { createQueue } from './queue.js';
import { createRecord, type Who } from './record.js';
import { localTime } from './time.js';

/** Largest event a receiver takes. It counts in bytes; what has fewer characters and more bytes it refuses by itself. */
const EVENT_LIMIT = 32_768;
/** Events made ready between two writes to disk. */
const CHUNK = 250;

/** An event whose time is not written out yet: that takes longer than all that a call does. */
interface Call extends Omit<Event, 'timestamp'> {
  timestamp: Date | string;
}

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
  let { queueEvents, context, consent } = settings;
  const name = `waymark-${settings.key}/`;
  const spills = `${name}-`;
  const page = globalThis.document as (Document & { prerendering?: boolean }) | undefined;
  const middlewares = new Set<Middleware>();
  const undo = new AbortController();
  /** Calls as they were made: everything that takes time is done after the host's task. */
  let calls: Call[] = [];
  let away: boolean | undefined;

  const isHeld = () => /denied|pending/.test(consent) || page?.prerendering;
  const keep = createRecord(name, isHeld);
  const become = (change: Partial<Who>) => keep({ me: { ...keep().me, ...change } });
  const reset = () => keep({ me: { anonymousId: newId() } });

  const tell = (code: Problem['code'], message: unknown, events: readonly Event[] = []): void => {
    try {
      settings.onError?.({ code, message: `${message}`, events });
    } catch {
      // There is nobody left to tell.
    }
  };

  /** Runs code that may throw; what it throws goes to `onError`. */
  const guard = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      return tell('host', error) as undefined;
    }
  };

  /** Counts what is given up; less than nothing is what the endpoint has been told of. */
  const lose = (reason: string, count: number): void => {
    const now = keep();
    now.dropped[reason] = (now.dropped[reason] ?? 0) + count;
    keep(now);
    if (count > 0) tell('dropped', `${count} ${reason}`);
  };

  const inspect = () => ({
    queue: all,
    waiting: all.size + calls.length,
    consent,
    ...keep(),
    ...keep().me,
  });
  const changed = (...answer: Partial<Answer>): void => guard(() => settings.onChange?.(inspect(), answer));

  const call = (type: EventType, fields: object): void => {
    if (undo.signal.aborted || consent === 'denied') return;
    calls.push({
      id: newId(),
      ...copy({ type, ...keep(0).me, ...fields, context: context && guard(context) }),
      timestamp: new Date(),
    } as Call);
    if (!calls[1]) queueMicrotask(work);
    // Only a loop gets here; the newest calls are the ones to be kept.
    if (calls.length > queueEvents * 2) lose('overflow', calls.splice(0, queueEvents).length);
  };

  /** Makes events of calls and puts them into the queue. */
  const make = (most = calls.length): void => {
    if (!calls[0] || isHeld()) return;
    const now = keep();
    // The last step makes rows of events: each with its id and its text.
    const write = (event: Event) => [[event.id, JSON.stringify({ ...event, seq: ++now.seq })]];
    let made: readonly unknown[] = calls.splice(0, most);
    for (const event of made as Call[]) event.timestamp = localTime(event.timestamp as Date);
    for (const step of [...middlewares, write])
      made = made.flatMap((event): unknown => guard(() => step(event as Event, now)) ?? []);
    keep(now);
    for (const [id, text] of made as [id: string, text: string][])
      text.length > EVENT_LIMIT ? lose('too_large', 1) : add(id, text);
    changed();
  };

  const queue = createQueue(spills, settings, lose, tell);
  const [all, add, , sync, spill, , wipeQueue] = queue;
  const [ready, start, exit] = createDelivery(
    name,
    settings,
    queue,
    keep,
    lose,
    make,
    () => consent === 'granted' && !away,
    tell,
    changed,
  );

  const work = async (): Promise<void> => {
    make(CHUNK);
    if (away) spill();
    await sync();
    // The page gets its turn.
    if (calls[0] && !isHeld()) setTimeout(work);
    else ready();
  };

  const wipe = async (): Promise<void> => {
    calls = [];
    boxed(name, (storage, key) => delete storage[key]);
    await wipeQueue();
    changed();
  };

  const hear = ({ type, key = spills }: { type: string; key?: string | null }): void => {
    // Of what other tabs store, only what they left behind matters.
    if (!key?.startsWith(spills)) return;
    make();
    // A page that goes away is told so first, and then that it is hidden: by then others have said their last word.
    const leaves = /pagehide|freeze/.test(type) || (away && page?.hidden);
    away = false;
    // Not while leaving: a frozen page would keep the lock.
    leaves ? exit() : void start();
    away = leaves;
    spill();
    void sync();
  };
  for (const type of 'storage freeze visibilitychange online pageshow resume pagehide'.split(' ')) {
    // In the capture phase: a host that stops the event elsewhere does not stop it for us.
    addEventListener(type, hear, { capture: true, signal: undo.signal });
  }
  void start();

  return {
    inspect,
    identify(userId, traits) {
      // Two people at one device: the second is not tied to what the first did.
      if ((keep().me.userId ?? userId) !== userId) reset();
      become({ userId });
      call('identify', { traits });
    },
    group(companyId, traits) {
      become({ companyId });
      call('group', { traits });
    },
    track: (event: string, properties?: unknown) => call('track', { event, properties }),
    page: (event, properties) => call('page', { event, properties }),
    flush: start,
    alias: (userId, previousId = keep().me.anonymousId) => call('alias', { userId, previousId }),
    use(middleware) {
      middlewares.add(middleware);
      return () => void middlewares.delete(middleware);
    },
    dispose() {
      hear({ type: 'pagehide' });
      undo.abort();
    },
    consent(next) {
      consent = next;
      if (next === 'denied') void wipe();
      void start();
    },
    async forget() {
      await wipe();
      reset();
    },
    reset,
  };
}
