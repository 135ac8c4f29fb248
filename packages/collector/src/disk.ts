import { createStore, delMany, promisifyRequest, setMany } from 'idb-keyval';

/** An event in the queue: its id, and its JSON text. */
export type Row = readonly [id: string, text: string];

/** The queue that all tabs share. Every method may reject, throw or hang. */
export interface Disk {
  put(rows: readonly Row[]): Promise<unknown>;
  /** The oldest events and how many there are; nothing where nothing was ever put, or all of it was wiped. */
  read(most: number): Promise<readonly [rows: Row[], count: number] | undefined>;
  erase(ids: readonly string[]): Promise<unknown>;
  wipe(): Promise<unknown>;
}

/** A first entry that stays: where it is missing, somebody has wiped the disk. It is no text, and so before all ids. */
const MARK = 0;

/** An own IndexedDB store, one entry an event under its id. */
export function createDisk(name: string): Disk {
  const store = createStore(name, 'events');
  return {
    put: (rows) => setMany([[MARK, MARK], ...rows.map((row): [string, Row] => [row[0], row])], store),
    read: (most) =>
      store('readonly', async (events) => {
        const { db } = events.transaction;
        // Whoever deletes the database would wait for us for ever. We notice, and write again what we still know.
        db.onversionchange = () => db.close();
        const [rows, count] = await Promise.all([
          promisifyRequest(events.getAll(null, most + 1)),
          promisifyRequest(events.count()),
        ]);
        return rows.shift() === MARK ? [rows, count - 1] : undefined;
      }),
    erase: (ids) => delMany(ids as string[], store),
    wipe: () =>
      store('readwrite', async ({ transaction }) => {
        transaction.db.close();
        await promisifyRequest(indexedDB.deleteDatabase(name));
      }),
  };
}
