import type { Box } from './box.js';
import type { Disk, Row } from './disk.js';

/** Written in one transaction: a few milliseconds of the main thread. */
const CHUNK = 250;
/** What is spilled when the page goes away, in characters: the quota is the host's, too. */
const SPILL = 200_000;
/** A disk that says nothing for so long counts as refusing. */
const PATIENCE = 2_000;

/** Events on their way: in memory at once, on disk as soon as may be, gone when the endpoint has said yes. */
export type Queue = ReturnType<typeof createQueue>;

/** Makes the queue of one page; the pages of a device share the disk. `prefix` begins the names of what pages spill. */
export function createQueue(
  openDisk: () => Disk,
  box: Box,
  prefix: string,
  base: string,
  most: number,
  mostSize: number,
  lose: (reason: string, count: number) => void,
  fail: (error: unknown) => void,
  wait: (ms: number) => Promise<unknown>,
) {
  /** What this page has told and nobody has confirmed. */
  const mine = new Map<string, string>();
  /** Those that are not on disk yet. */
  const unsaved = new Set<string>();
  /** What pages spilled, and may go once everything is saved. */
  const spills = new Set<string>();
  let disk = openDisk();
  let memory = false;
  let size = 0;
  let saving: Promise<void> | undefined;

  const gone = (id: string) => {
    size -= mine.get(id)?.length ?? 0;
    mine.delete(id);
    unsaved.delete(id);
  };

  function add(id: string, text: string): void {
    mine.set(id, text);
    unsaved.add(id);
    size += text.length;
    while (mine.size > most || size > mostSize) {
      gone(mine.keys().next().value as string);
      lose('overflow', 1);
    }
  }

  /** Asks the disk, and once more after opening it anew; from then on this page does without. */
  async function ask<T>(work: (disk: Disk) => Promise<T>): Promise<T | undefined> {
    for (let tries = 0; !memory; ) {
      try {
        return await Promise.race([
          work(disk),
          wait(PATIENCE).then(() => {
            throw 'no answer';
          }),
        ]);
      } catch (error) {
        disk = openDisk();
        if (tries++) {
          memory = true;
          fail(error);
        }
      }
    }
    return undefined;
  }

  async function saveAll(): Promise<void> {
    while (unsaved.size > 0 && !memory) {
      const rows = [...unsaved].slice(0, CHUNK).map((id): Row => [id, mine.get(id) as string]);
      await ask((disk) => disk.put(rows));
      if (!memory) for (const [id] of rows) unsaved.delete(id);
    }
    if (unsaved.size === 0) {
      spills.forEach(box.drop);
      spills.clear();
    }
  }

  /** Writes what is not on disk yet; settles when that is done or refused. */
  function save(): Promise<void> {
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    return saving;
  }

  /** The oldest events, those of other pages too, and how many there are in all. */
  async function take(count: number): Promise<readonly [rows: Row[], count: number]> {
    const saved = [...mine.keys()].filter((id) => !unsaved.has(id));
    const found = await ask((disk) => disk.read(count));
    if (memory) return [[...mine].slice(0, count), mine.size];
    if (!found) {
      if (!saved[0]) return [[], 0];
      for (const id of saved) unsaved.add(id);
      await save();
      return take(count);
    }
    if (found[0].length < count) {
      // What was on disk and is no longer was sent by another tab.
      const there = new Map(found[0]);
      for (const id of saved) if (!there.has(id)) gone(id);
    }
    return found;
  }

  /** Lets go of events for good. */
  function settle(rows: readonly Row[]): Promise<unknown> {
    const ids = rows.map(([id]) => id);
    ids.forEach(gone);
    return ask((disk) => disk.erase(ids));
  }

  /** Leaves in the box what may never reach the disk, and the ids of what must not be sent again. */
  function spill(sent: readonly string[]): void {
    const rows: Row[] = [];
    let room = SPILL;
    for (const id of unsaved) {
      const text = mine.get(id) as string;
      room -= text.length;
      if (room > 0) rows.push([id, text]);
    }
    spills.add(prefix + base);
    box.set(prefix + base, [rows, sent]);
  }

  /** Takes up what other pages spilled. */
  function recover(): void {
    for (const key of box.keys(prefix)) {
      if (key === prefix + base) continue;
      const [rows, sent] = box.get<[Row[], string[]]>(key) ?? [[], []];
      for (const [id, text] of rows) if (!mine.has(id)) add(id, text);
      if (sent[0]) void ask((disk) => disk.erase(sent));
      spills.add(key);
    }
  }

  function wipe(): Promise<unknown> {
    mine.clear();
    unsaved.clear();
    size = 0;
    return ask((disk) => disk.wipe());
  }

  return { mine, add, save, take, settle, spill, recover, wipe, inMemory: () => memory };
}
