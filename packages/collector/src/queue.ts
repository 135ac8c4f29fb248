import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Box } from './box.js';
import type { Settings } from './options.js';

/** The user and the company that an event is about, as far as they are known. */
export type Whose = readonly (string | undefined)[];

/** An event in the queue: its id, its JSON text, and whose it is. */
export type Row = readonly [id: string, text: string, whose?: Whose];

/** Written in one transaction: a few milliseconds of the main thread. Spilled at most: the quota is the host's, too. */
const CHUNK = 250;
/** Most JSON kept, in characters. */
const SIZE = 10_000_000;
/** A disk that says nothing for so long counts as refusing. */
const PATIENCE = 2_000;

/** Events on their way: in memory at once, on disk as soon as may be, gone when the endpoint has said yes. */
export type Queue = ReturnType<typeof createQueue>;

/**
 * Makes the queue of one page. The pages of a device share an IndexedDB store of that name, one entry an event, and the
 * box, in which `prefix` begins the names of what pages spilled.
 */
export const createQueue = (
  name: string,
  { queueEvents, maxAge }: Pick<Settings, 'queueEvents' | 'maxAge'>,
  [get, set, drop, keys]: Box,
  prefix: string,
  own: string,
  lose: (reason: string, count: number) => void,
  fail: (error: unknown) => void,
  open: (name: string, store: string) => UseStore = createStore,
) => {
  /** What this page knows of and nobody has confirmed. */
  const all = new Map<string, Row>();
  /** Ids of what is on disk and should not be, or the other way round. */
  const dirty = new Set<string>();
  /** What pages spilled, and may go once everything is saved. */
  const spills = new Set<string>();
  let disk: UseStore | undefined = open(name, 'events');
  let size = 0;
  /** A random key before all ids: where it is another one, somebody has wiped the disk. */
  let mark: IDBValidKey | undefined;
  let saving: Promise<void> | undefined;

  const inMemory = () => !disk;
  const rows = (areDirty: boolean) => [...all.values()].filter(([id]) => dirty.has(id) === areDirty);

  /** Lets go of an event for good. */
  const settle = ([id]: Row): void => {
    size -= all.get(id)?.[1].length ?? 0;
    all.delete(id);
    dirty.add(id);
  };

  const add = (added: Row): void => {
    const [id, text] = added;
    if (all.has(id)) return;
    all.set(id, added);
    dirty.add(id);
    size += text.length;
    for (const row of all.values()) {
      const late = Date.now() - Number.parseInt(row[0].slice(0, 8), 36) > maxAge;
      if (!late && all.size <= queueEvents && size <= SIZE) break;
      lose(late ? 'expired' : 'overflow', 1);
      settle(row);
    }
  };

  /** Asks the disk, and once more after opening it anew; from then on this page does without. */
  const ask = async <T>(work: (events: IDBObjectStore) => Promise<T>): Promise<T | undefined> => {
    for (let tries = 0; disk; ) {
      try {
        return await Promise.race([
          disk('readwrite', work),
          new Promise<never>((_, refuse) => setTimeout(refuse, PATIENCE, 'no answer')),
        ]);
      } catch (error) {
        disk = tries++ ? undefined : open(name, 'events');
        if (!disk) fail(error);
      }
    }
    return undefined;
  };

  const saveAll = async (): Promise<void> => {
    // Not before `saving` is set, which the last line takes back.
    await undefined;
    while (!inMemory() && dirty.size) {
      const done = new Map<string, Row | undefined>();
      await ask(async (events) => {
        let [found] = await promisifyRequest(events.getAllKeys(null, 1));
        if (typeof found !== 'number') {
          found = Math.random();
          events.put(0, found);
        }
        if (mark !== found) for (const id of all.keys()) dirty.add(id);
        mark = found;
        for (const id of [...dirty].slice(0, CHUNK)) {
          const row = all.get(id);
          if (row) events.put(row, id);
          else events.delete(id);
          done.set(id, row);
        }
        return promisifyRequest(events.transaction);
      });
      for (const [id, row] of done) if (disk && all.get(id) === row) dirty.delete(id);
    }
    if (!dirty.size) spills.forEach(drop);
    saving = undefined;
  };

  /** Brings the disk up to date; settles when that is done or refused. */
  const save = () => (saving ??= saveAll());

  /** Learns what other pages have added and sent. */
  const sync = async (): Promise<void> => {
    await save();
    const saved = rows(false);
    const [found, ...ids] =
      (await ask((events) => {
        const { db } = events.transaction;
        // Whoever deletes the database would wait for us for ever. We notice, and write again what we still know.
        db.onversionchange = () => db.close();
        return promisifyRequest(events.getAllKeys());
      })) ?? [];
    if (inMemory()) return;
    const there = new Set(ids);
    if (mark !== found) for (const id of all.keys()) dirty.add(id);
    else for (const row of saved) if (!there.has(row[0])) settle(row);
    mark = found;
    if (ids.some((id) => !all.has(id as string) && !dirty.has(id as string))) {
      for (const row of (await ask((events) => promisifyRequest(events.getAll()))) ?? []) {
        if (row && !dirty.has(row[0]) && !all.has(row[0])) {
          add(row);
          if (all.has(row[0])) dirty.delete(row[0]);
        }
      }
    }
    await save();
  };

  /** Leaves in the box what may never reach the disk, and what must not be sent again. */
  const spill = (sent: readonly Row[]): void => {
    spills.add(prefix + own);
    set(prefix + own, [rows(true).slice(0, CHUNK), sent]);
  };

  /** Takes up what other pages spilled. */
  const recover = (): void => {
    for (const key of keys(prefix)) {
      // What was taken up once may be sent by now.
      if (spills.has(key)) continue;
      const [rows, sent] = get<[Row[], Row[]]>(key) ?? [[], []];
      spills.add(key);
      rows.forEach(add);
      sent.forEach(settle);
    }
  };

  const wipe = async (): Promise<void> => {
    all.clear();
    dirty.clear();
    size = 0;
    // Whatever is being written would bring the database back.
    await save();
    await ask(() => promisifyRequest(indexedDB.deleteDatabase(name)));
  };

  return [all, add, save, sync, settle, spill, recover, wipe, inMemory] as const;
};
