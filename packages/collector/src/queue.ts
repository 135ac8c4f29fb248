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
  [get, set, keys, drop]: Box,
  prefix: string,
  own: string,
  lose: (reason: string, count: number) => void,
  fail: (error: unknown) => void,
  open: (name: string, store: string) => UseStore = createStore,
) => {
  /** What this page knows of and nobody has confirmed. */
  const all = new Map<string, Row>();
  /** Those that are not on disk yet. */
  const unsaved = new Set<string>();
  /** Those that are still on disk and should not be. */
  const erased = new Set<string>();
  /** What pages spilled, and may go once everything is saved. */
  const spills = new Set<string>();
  let disk: UseStore | undefined = open(name, 'events');
  let size = 0;
  /** A random key before all ids: where it is another one, somebody has wiped the disk. */
  let mark: IDBValidKey | undefined;
  let saving: Promise<void> | undefined;

  /** Lets go of an event for good. */
  const settle = ([id]: Row): void => {
    size -= all.get(id)?.[1].length ?? 0;
    all.delete(id);
    unsaved.delete(id);
    erased.add(id);
  };

  const add = (added: Row, saved?: boolean): void => {
    const [id, text] = added;
    if (all.has(id)) return;
    all.set(id, added);
    size += text.length;
    if (!saved) unsaved.add(id);
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

  const inMemory = () => !disk;

  const saveAll = async (): Promise<void> => {
    // Not before `saving` is set, which the last line takes back.
    await undefined;
    while (!inMemory() && unsaved.size + erased.size) {
      let rows = [...unsaved].slice(0, CHUNK);
      const out = [...erased];
      await ask(async (events) => {
        let [found] = await promisifyRequest(events.getAllKeys(null, 1));
        if (typeof found !== 'number') {
          found = Math.random();
          events.put(0, found);
        }
        if (mark !== found) rows = [...all.keys()];
        mark = found;
        for (const id of out) events.delete(id);
        for (const id of rows) if (all.has(id)) events.put(all.get(id), id);
        return promisifyRequest(events.transaction);
      });
      if (!inMemory()) {
        for (const id of rows) unsaved.delete(id);
        for (const id of out) erased.delete(id);
      }
    }
    if (!unsaved.size) spills.forEach(drop);
    saving = undefined;
  };

  /** Brings the disk up to date; settles when that is done or refused. */
  const save = () => (saving ??= saveAll());

  /** Learns what other pages have added and sent. */
  const sync = async (): Promise<void> => {
    await save();
    const saved = [...all.values()].filter(([id]) => !unsaved.has(id));
    const [found, ...ids] =
      (await ask((events) => {
        const { db } = events.transaction;
        // Whoever deletes the database would wait for us for ever. We notice, and write again what we still know.
        db.onversionchange = () => db.close();
        return promisifyRequest(events.getAllKeys());
      })) ?? [];
    if (inMemory()) return;
    const there = new Set(ids);
    if (mark !== found) for (const id of all.keys()) unsaved.add(id);
    else for (const row of saved) if (!there.has(row[0])) settle(row);
    mark = found;
    if (ids.some((id) => !all.has(id as string) && !erased.has(id as string))) {
      for (const row of (await ask((events) => promisifyRequest(events.getAll()))) ?? [])
        if (row && !erased.has(row[0])) add(row, true);
    }
    await save();
  };

  /** Leaves in the box what may never reach the disk, and what must not be sent again. */
  const spill = (sent: readonly Row[]): void => {
    const rows = [...all.values()].filter(([id]) => unsaved.has(id)).slice(0, CHUNK);
    spills.add(prefix + own);
    set(prefix + own, [rows, sent]);
  };

  /** Takes up what other pages spilled. */
  const recover = (): void => {
    for (const key of keys(prefix)) {
      // What was taken up once may be sent by now.
      if (spills.has(key)) continue;
      const [rows, sent] = get<[Row[], Row[]]>(key) ?? [[], []];
      for (const row of rows) add(row);
      sent.forEach(settle);
      spills.add(key);
    }
  };

  const wipe = async (): Promise<void> => {
    all.forEach(settle);
    erased.clear();
    // Whatever is being written would bring the database back.
    await save();
    await ask(() => promisifyRequest(indexedDB.deleteDatabase(name)));
  };

  return [all, add, save, sync, settle, spill, recover, wipe, inMemory] as const;
};
