import { promisifyRequest } from 'idb-keyval';
import { box, boxed } from './box.js';
import { newId } from './id.js';
import type { Settings } from './options.js';

/** An event by its id: its JSON, or nothing where it is no longer wanted. */
type Row = readonly [id: string, text?: string | null | undefined];

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
 * IndexedDB store of that name, one entry an event, and what they spill into the box under names that begin so.
 */
export const createQueue = (
  name: string,
  settings: Pick<Settings, 'queueEvents' | 'maxAge'>,
  lose: (reason: string, count: number) => void,
  tell: (code: 'storage', error: unknown) => void,
) => {
  /** What this page knows of and nobody has confirmed. */
  const all = new Map<string, string>();
  /** Changes that the disk does not have yet. */
  const dirty = new Map<string, string | null | undefined>();
  const own = name + newId();
  /** In a row: after the second one this page does without the disk. */
  let failures = 0;
  let size = 0;
  /** Kept beside the events: where it is another one, somebody has wiped the disk. */
  let mark: unknown = 0;
  let disk: IDBDatabase | undefined;
  let synced = Promise.resolve();

  /** Takes an event, or lets go of it for good. */
  const put = (id: string, text?: string | null): void => {
    size += (text ?? '').length - (all.get(id) ?? '').length;
    if (text) all.set(id, text);
    else all.delete(id);
    dirty.set(id, text);
  };

  const add = (id: string, text: string): void => {
    if (all.has(id)) return;
    put(id, text);
    for (const oldest of all.keys()) {
      // An id begins with its time.
      const late = Date.now() - +oldest.slice(0, 13) > settings.maxAge;
      if (!late && all.size <= settings.queueEvents && size <= SIZE) break;
      lose(late ? 'expired' : 'overflow', 1);
      put(oldest);
    }
  };

  /** Learns what other pages have added and sent, and what became of the disk itself. */
  const learn = (there: Map<unknown, string>): void => {
    const found = there.get(0);
    for (const [id, text] of all) {
      if (mark !== found) dirty.set(id, text);
      else if (!there.has(id) && !dirty.has(id)) put(id);
    }
    mark = found;
    for (const [id, text] of there as Map<string, string>) {
      if (!id || dirty.has(id)) continue;
      add(id, text);
      // Unless it was too much.
      if (dirty.get(id)) dirty.delete(id);
    }
  };

  /** Writes changes to the disk, and learns before that where it is asked to. */
  const write = async (isLearning: unknown): Promise<void> => {
    if (!disk) {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore(name).put([0, Math.random()], 0);
      disk = await promisifyRequest(request);
      // Whoever deletes the database would wait for us for ever. What is closed fails the next time, and is opened anew.
      disk.onversionchange = disk.close;
    }
    const events = disk.transaction(name, 'readwrite').objectStore(name);
    // The first time, too: what is written belongs to the disk it was written to.
    if (isLearning || !mark) learn(new Map(await promisifyRequest(events.getAll())));
    const part = [...dirty].slice(0, CHUNK);
    for (const [id, text] of part) text ? events.put([id, text], id) : events.delete(id);
    await promisifyRequest(events.transaction);
    for (const [id, text] of part) if (dirty.get(id) === text) dirty.delete(id);
  };

  /** Brings the disk up to date, and this page where it is asked to learn; settles when that is done or refused. */
  const sync = (isLearning?: unknown): Promise<void> =>
    (synced = synced.then(async () => {
      while (failures < 2 && (isLearning || dirty.size)) {
        try {
          await Promise.race([
            write(isLearning),
            new Promise((_, refuse) => setTimeout(refuse, PATIENCE, 'timeout')),
          ]);
          isLearning = failures = 0;
        } catch (error) {
          disk = undefined;
          if (++failures > 1) tell('storage', error);
        }
      }
      if (!dirty.size) box(spill);
    }));

  /** Leaves in the box what may never reach the disk. */
  const spill = (storage: Storage): void => {
    if (dirty.size) storage[own] = JSON.stringify([...dirty].slice(0, CHUNK));
    else delete storage[own];
  };

  /** Takes up what other pages spilled, and answers for it from now on. */
  const recover = (): unknown =>
    boxed(name, (storage, key) => {
      if (key === own) return;
      for (const [id, text] of JSON.parse(storage[key]) as Row[]) text ? add(id, text) : put(id);
      // Where there is no room for it, that throws, and what others spilled stays where it is.
      spill(storage);
      delete storage[key];
    });

  const wipe = async (): Promise<void> => {
    all.clear();
    dirty.clear();
    size = 0;
    // Whatever is being written would bring the database back.
    await sync();
    box(() => indexedDB.deleteDatabase(name));
  };

  return [all, add, put, sync, () => box(spill), recover, wipe] as const;
};
