import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDelivery } from './delivery.js';
import { own } from './formats/own.js';
import { type CollectorOptions, settle } from './options.js';
import { createQueue } from './queue.js';
import type { Kept } from './record.js';

// A model of one device: tabs that share a disk, a box and a lock, and an endpoint that may do anything. Everything that
// takes time waits in one list, from which fast-check chooses; a tab that has crashed is never called back again.

interface Waiting {
  readonly tab: Tab;
  readonly run: () => void;
  /** When it is due, for timers. */
  readonly at: number;
}

interface Tab {
  alive: boolean;
  away: boolean;
  readonly told: string[];
  readonly queue: ReturnType<typeof createQueue>;
  readonly delivery: ReturnType<typeof createDelivery>;
}

type Mode = 'ok' | 'busy' | 'deaf' | 'lost' | 'forbidden' | 'later';

function createWorld() {
  const disk = new Map<unknown, unknown>();
  const connections: { close(): void }[] = [];
  const box: Record<string, string> = {};
  const received = new Map<string, number>();
  const rejected = new Set<string>();
  const excused = new Set<string>();
  const locks: { tab: Tab; go: () => void }[] = [];
  let holder: Tab | undefined;
  let waiting: Waiting[] = [];
  const tabs: Tab[] = [];
  let current!: Tab;
  /** Lives on whatever tabs do. */
  const browser = { alive: true } as Tab;
  let now = 1_700_000_000_000;
  let mode: Mode = 'ok';
  let refusing = false;
  let shared: Kept = { me: { anonymousId: '' }, seq: 0, dropped: {} };
  let seed = 1;

  const later = (run: () => void, after = 0): Waiting => {
    const one = { tab: current, run, at: now + after };
    if (current.alive) waiting.push(one);
    return one;
  };

  /** One IndexedDB as far as the queue uses it: what is asked of it is done in one step. */
  function openDisk() {
    const tab = current;
    const request = (result: unknown) => ({
      result,
      set onsuccess(heard: () => void) {
        queueMicrotask(heard);
      },
    });
    const transaction = request(undefined);
    const events = {
      transaction,
      put: (value: unknown, key: unknown) => void disk.set(key, value),
      delete: (key: unknown) => void disk.delete(key),
      getAll: () =>
        request([...disk].sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1)).map(([, value]) => value)),
    };
    let isClosed = false;
    const connection = {
      transaction() {
        if (isClosed) throw new Error('InvalidStateError');
        return { objectStore: () => events };
      },
      createObjectStore: () => events,
      close() {
        isClosed = true;
      },
    };
    connections.push(connection);
    const opened = {
      result: connection,
      error: new Error('QuotaExceededError'),
      onupgradeneeded: () => {},
      onsuccess: () => {},
      onerror: () => {},
    };
    current = tab;
    later(() => {
      if (refusing) return opened.onerror();
      if (disk.size === 0) opened.onupgradeneeded();
      opened.onsuccess();
    });
    return opened;
  }

  function lock(tab: Tab, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        holder = tab;
        current = tab;
        void work().then(
          () => {
            release(tab);
            resolve();
          },
          () => release(tab),
        );
      };
      locks.push({ tab, go });
      grant();
    });
  }
  function release(tab: Tab): void {
    if (holder === tab) holder = undefined;
    // Whoever waits hears of it a task later, as in a browser: what the one before still does counts as its own.
    waiting.push({ tab: browser, run: grant, at: now });
  }
  function grant(): void {
    if (holder) return;
    const next = locks.shift();
    if (!next) return;
    if (next.tab.alive) next.go();
    else grant();
  }

  function fetchModel(_url: string, init: { body: string }): Promise<unknown> {
    const tab = current;
    const { events } = JSON.parse(init.body) as {
      events: { id: string; poison?: boolean }[];
    };
    return new Promise((resolve, reject) => {
      current = tab;
      later(() => {
        const take = () => {
          for (const { id } of events) received.set(id, (received.get(id) ?? 0) + 1);
        };
        // A page that is gone hears nothing of what its requests still do.
        const fail = () => tab.alive && reject(new TypeError('Failed to fetch'));
        const answer = (status: number, after?: string) =>
          tab.alive &&
          resolve({ ok: status < 300, status, body: null, headers: { get: () => after ?? null } });
        if (mode === 'busy') answer(503);
        else if (mode === 'later') answer(429, '7');
        else if (mode === 'forbidden') answer(403);
        else if (mode === 'deaf') fail();
        else if (events.some((event) => event.poison)) answer(400);
        else {
          take();
          if (mode === 'lost') fail();
          else answer(200);
        }
      }, 5);
    });
  }

  const options: CollectorOptions = { endpoint: '/b', key: 'k', batchEvents: 4, delay: 50 };

  function openTab(): Tab {
    const tab = { alive: true, away: false, told: [] } as unknown as Tab;
    current = tab;
    const seen = (code: string, _: unknown, events: readonly { id: string }[] = []) => {
      if (code === 'rejected') for (const { id } of events) rejected.add(id);
    };
    const queue = createQueue(
      'spill/',
      settle(options),
      () => {},
      () => {},
    );
    const delivery = createDelivery(
      'lock',
      { ...settle(options), format: own() },
      queue,
      (change) => {
        shared = { ...shared, dropped: { ...shared.dropped }, ...change };
        return shared;
      },
      () => {},
      () => {},
      () => tab.alive && !tab.away,
      seen,
      () => {},
    );
    Object.assign(tab, { queue, delivery });
    tabs.push(tab);
    void delivery[1]();
    return tab;
  }

  const living = () => tabs.filter((tab) => tab.alive);
  const pick = (index: number) => living()[index % Math.max(1, living().length)];

  function die(tab: Tab): void {
    tab.alive = false;
    waiting = waiting.filter((one) => one.tab !== tab);
    release(tab);
  }

  /** What only a tab's memory knew is gone with it; that is physics, and it is counted here. */
  function excuse(tab: Tab): void {
    const spilled = Object.entries(box)
      .filter(([key]) => key.startsWith('spill/'))
      .map(([, text]) => text);
    for (const id of tab.told) {
      const safe =
        disk.has(id) || received.has(id) || rejected.has(id) || spilled.some((text) => text.includes(id));
      if (!safe) excused.add(id);
    }
  }

  const commands = {
    track(index: number, poison: boolean) {
      const tab = pick(index);
      if (!tab) return;
      current = tab;
      const id = `${now++}-${tab.told.length}-${tabs.indexOf(tab)}`;
      tab.told.push(id);
      tab.queue[1](id, JSON.stringify({ id, poison }));
      void tab.queue[3]().then(tab.delivery[0]);
    },
    step(index: number) {
      // Timers come in their order; everything else in any.
      const due = waiting.filter((one) => one.at <= now + 5);
      const one =
        due.length > 0
          ? due[index % due.length]
          : waiting.reduce((a, b) => (b.at < a.at ? b : a), waiting[0] as Waiting);
      if (!one) return;
      waiting.splice(waiting.indexOf(one), 1);
      now = Math.max(now, one.at);
      current = one.tab;
      one.run();
    },
    open() {
      if (living().length < 4) openTab();
    },
    crash(index: number) {
      const tab = pick(index);
      if (!tab) return;
      excuse(tab);
      die(tab);
    },
    close(index: number) {
      const tab = pick(index);
      if (!tab) return;
      current = tab;
      tab.delivery[2]();
      tab.away = true;
      tab.queue[4]();
      const outliving = waiting.filter((one) => one.tab === tab && one.at === now + 5);
      excuse(tab);
      die(tab);
      if (mode !== 'deaf') for (const one of outliving) one.run();
    },
    mode(next: Mode) {
      mode = next;
    },
    wake(index: number) {
      const tab = pick(index);
      if (!tab) return;
      current = tab;
      void tab.delivery[1]();
    },
    refuse(next: boolean) {
      refusing = next;
    },
    wipe() {
      // What no open tab remembers is gone with the disk.
      for (const id of disk.keys()) {
        if (typeof id === 'string' && !living().some((tab) => tab.queue[0].has(id as string)))
          excused.add(id as string);
      }
      disk.clear();
      // Nobody has it open after that.
      for (const connection of connections.splice(0)) connection.close();
    },
  };

  return {
    commands,
    openTab,
    setTimeout: (run: () => void, after = 0) => later(run, after),
    clearTimeout: (one: Waiting | undefined) => {
      if (one) waiting = waiting.filter((other) => other !== one);
    },
    fetch: fetchModel,
    lock: (work: () => Promise<void>) => lock(current, work),
    disk: openDisk,
    box,
    now: () => now,
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    /** Lets everything happen that would, with an endpoint that is well again. */
    async settle() {
      refusing = false;
      mode = 'ok';
      current = openTab();
      for (let i = 0; i < 3_000; i++) {
        await microtasks();
        if (waiting.length === 0) break;
        commands.step(0);
      }
      await microtasks();
      return { tabs, received, rejected, excused, disk, box, waiting };
    },
  };
}

const immediate = setImmediate;
const microtasks = () => new Promise<void>((resolve) => immediate(resolve));

let world: ReturnType<typeof createWorld>;
let stored: PropertyDescriptor | undefined;

beforeAll(() => {
  vi.stubGlobal('setTimeout', (run: () => void, after: number) => world.setTimeout(run, after));
  vi.stubGlobal('clearTimeout', (one: never) => world.clearTimeout(one));
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: never) => world.lock(work) } });
  vi.stubGlobal('indexedDB', { open: () => world.disk() });
  stored = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', { get: () => world.box, configurable: true });
  vi.stubGlobal('fetch', (url: string, init: never) => world.fetch(url, init));
  vi.spyOn(Date, 'now').mockImplementation(() => world.now());
  vi.spyOn(Math, 'random').mockImplementation(() => world.random());
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => undefined as never);
});
afterAll(() => {
  if (stored === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
  else Object.defineProperty(globalThis, 'localStorage', stored);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const index = fc.nat(7);
const command = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('track' as const), index, fc.boolean()) },
  { weight: 14, arbitrary: fc.tuple(fc.constant('step' as const), index) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('open' as const)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('crash' as const), index) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('close' as const), index) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('wake' as const), index) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('wipe' as const)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('refuse' as const), fc.boolean()) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('mode' as const),
      fc.constantFrom<Mode>('ok', 'busy', 'deaf', 'lost', 'forbidden', 'later'),
    ),
  },
);

const RUNS = Number(process.env.RUNS ?? 10_000);

test('whatever tabs, disk and endpoint do, nothing is lost and the queue drains', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
      world = createWorld();
      world.openTab();
      await microtasks();
      for (const [name, ...args] of commands) {
        (world.commands[name] as (...args: unknown[]) => void)(...args);
        await microtasks();
      }
      const { tabs, received, rejected, excused, disk, box, waiting } = await world.settle();
      const told = tabs.flatMap((tab) => tab.told);
      expect(told.filter((id) => !received.has(id) && !rejected.has(id) && !excused.has(id))).toEqual([]);
      expect(told.filter((id) => received.has(id) && rejected.has(id))).toEqual([]);
      expect(tabs.filter((tab) => tab.alive && tab.queue[0].size > 0)).toEqual([]);
      expect([...disk.keys()].filter((key) => typeof key !== 'number')).toEqual([]);
      expect(box).toEqual({});
      expect(waiting).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
