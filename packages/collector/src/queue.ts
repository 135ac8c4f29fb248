import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Box } from './box.js';
import type { Settings } from './options.js';

/** An event in the queue: its JSON text, and whose it is as far as that is known. */
export type Row = readonly [
  text: string,
  userId?: string | null | undefined,
  companyId?: string | null | undefined,
];

/** A change: an id with its event, or with nothing where the event is no longer wanted. */
export type Change = readonly [id: string, row?: Row | null | undefined];

/** Written in one transaction: a few milliseconds of the main thread. Spilled at most: the quota is the host's, too. */
const CHUNK = 250;
/** Most JSON kept, in characters. */
const SIZE = 10_000_000;
/** A disk that says nothing for so long counts as refusing. */
const PATIENCE = 2_000;

/** Events on their way: in memory at once, on disk as soon as may be, gone when the endpoint has said yes. */
export type Queue = ReturnType<typeof createQueue>;

/**
 * Makes the queue of one page. Memory is the truth, and everything else follows it: the pages of a device share an
 * IndexedDB store of that name, one entry an event, and the box, in which `spills` begins the names of what they spilled, and `own` is this page's.
 */
export const createQueue = (
  name: string,
  { queueEvents, maxAge }: Pick<Settings, 'queueEvents' | 'maxAge'>,
  box: Box,
  spills: string,
  own: string,
  lose: (reason: string, count: number) => void,
  fail: (error: unknown) => void,
  open: (name: string, store: string) => UseStore = createStore,
) => {
  /** What this page knows of and nobody has confirmed. */
  const all = new Map<string, Row>();
  /** Changes that the disk does not have yet. */
  const dirty = new Map<string, Row | undefined>();
  /** What was taken up: it may go once everything is saved, unless it is another text by then. */
  const taken = new Map<string, string>();
  let disk: UseStore | undefined = open(name, 'events');
  let size = 0;
  /** A random key before all ids: where it is another one, somebody has wiped the disk. */
  let mark: IDBValidKey | undefined = 0;
  let synced = Promise.resolve();

  /** Takes an event, or lets go of it for good. */
  const put = (id: string, row?: Row): void => {
    size += (row?.[0].length ?? 0) - (all.get(id)?.[0].length ?? 0);
    if (row) all.set(id, row);
    else all.delete(id);
    dirty.set(id, row);
  };

  const add = (id: string, row: Row): void => {
    if (all.has(id)) return;
    put(id, row);
    for (const oldest of all.keys()) {
      // An id begins with the upper half of its time.
      const late = Date.now() - Number.parseInt(oldest, 16) * 65_536 > maxAge;
      if (!late && all.size <= queueEvents && size <= SIZE) break;
      lose(late ? 'expired' : 'overflow', 1);
      put(oldest);
    }
  };

  /** Asks the disk, and once more after opening it anew; from then on this page does without. Tells whether it was done. */
  const ask = async (work: (events: IDBObjectStore) => Promise<unknown>): Promise<unknown> => {
    for (let tries = 0; disk; ) {
      try {
        await Promise.race([
          disk('readwrite', (events) => {
            const { db } = events.transaction;
            // Whoever deletes the database would wait for us for ever. We notice, and write again what we still know.
            db.onversionchange = () => db.close();
            return work(events);
          }),
          new Promise((_, refuse) => setTimeout(refuse, PATIENCE, 'no answer')),
        ]);
        return true;
      } catch (error) {
        disk = tries++ ? undefined : open(name, 'events');
        if (!disk) fail(error);
      }
    }
    return undefined;
  };

  /** Learns what other pages have added and sent, and what became of the disk itself. */
  const learn = async (events: IDBObjectStore): Promise<void> => {
    const ids = (await promisifyRequest(events.getAllKeys())) as string[];
    const [found] = ids as [IDBValidKey];
    const there = new Set(ids);
    for (const [id, row] of all) {
      if (mark !== found) dirty.set(id, row);
      else if (!dirty.has(id) && !there.has(id)) put(id);
    }
    mark = found;
    const isNew = (id: IDBValidKey) =>
      typeof id !== 'number' && !all.has(id as string) && !dirty.has(id as string);
    if (ids.some(isNew)) {
      const rows = await promisifyRequest(events.getAll());
      ids.forEach((id, i) => {
        if (!isNew(id)) return;
        add(id, rows[i]);
        // Unless it was too much.
        if (dirty.get(id)) dirty.delete(id);
      });
    }
    // Last: a mark put before would stand first among the rows, and push each to another's id.
    if (typeof mark !== 'number') {
      mark = Math.random();
      events.put(0, mark);
    }
  };

  const run = async (isLearning: boolean): Promise<void> => {
    while (disk && (isLearning || dirty.size)) {
      const part = [...dirty].slice(0, CHUNK);
      const isDone = await ask(async (events) => {
        if (isLearning) await learn(events);
        for (const [id, row] of part) {
          if (row) events.put(row, id);
          else events.delete(id);
        }
        return promisifyRequest(events.transaction);
      });
      isLearning = false;
      if (isDone) for (const [id, row] of part) if (dirty.get(id) === row) dirty.delete(id);
    }
    if (!dirty.size)
      for (const [key, text] of taken) box((storage) => storage[key] === text && delete storage[key]);
  };

  /** Brings the disk up to date, and this page where it is asked to learn; settles when that is done or refused. */
  const sync = (isLearning = false): Promise<void> => (synced = synced.then(() => run(isLearning)));

  /** Leaves in the box what may never reach the disk. */
  const spill = (): unknown =>
    dirty.size &&
    box((storage) => {
      storage[own] = JSON.stringify([...dirty].slice(0, CHUNK));
      taken.set(own, storage[own]);
    });

  /** Takes up what other pages spilled. */
  const recover = (): unknown =>
    box((storage) => {
      for (const key of Object.keys(storage)) {
        const text = storage[key];
        // What was taken up once may be sent by now.
        if (!key.startsWith(spills) || taken.get(key) === text) continue;
        taken.set(key, text);
        for (const [id, row] of JSON.parse(text) as Change[]) row ? add(id, row) : put(id);
      }
    });

  const wipe = async (): Promise<void> => {
    all.clear();
    dirty.clear();
    size = 0;
    // Whatever is being written would bring the database back.
    await sync();
    await ask(() => promisifyRequest(indexedDB.deleteDatabase(name)));
  };

  return [all, add, put, sync, spill, recover, wipe, () => !disk] as const;
};
