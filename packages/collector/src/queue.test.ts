import { afterEach, expect, test, vi } from 'vitest';
import { createQueue } from './queue.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** An IndexedDB of one store whose connections, once closed, refuse as a browser's do. */
function stubDisk() {
  const disk = new Map<unknown, unknown>();
  const connections: { close(): void; onversionchange?(): void }[] = [];
  const request = (result: unknown) => ({
    result,
    set onsuccess(heard: () => void) {
      queueMicrotask(heard);
    },
  });
  const store = {
    transaction: request(undefined),
    put: (value: unknown, key: unknown) => disk.set(key, value),
    delete: (key: unknown) => disk.delete(key),
    getAll: () => request([...disk.values()]),
  };
  const open = () => {
    let isClosed = false;
    const connection = {
      transaction() {
        if (isClosed) throw new Error('InvalidStateError');
        return { objectStore: () => store };
      },
      close() {
        isClosed = true;
      },
    };
    connections.push(connection);
    if (disk.size === 0) disk.set(0, [0, connections.length]);
    return request(connection);
  };
  vi.stubGlobal('indexedDB', { open });
  return { disk, connections };
}

test('a database that was deleted under us is opened anew and written again, without a word', async () => {
  const { disk, connections } = stubDisk();
  const told: unknown[] = [];
  const [, add, , sync] = createQueue(
    'queue',
    { queueEvents: 10, maxAge: Number.POSITIVE_INFINITY },
    () => {},
    (code) => told.push(code),
  );
  add('a', '{"a":1}');
  await sync();
  expect([...disk.keys()]).toEqual([0, 'a']);
  connections[0]?.onversionchange?.();
  disk.clear();
  add('b', '{"b":1}');
  await sync();
  await sync(true);
  expect([...disk.keys()].sort()).toEqual([0, 'a', 'b']);
  expect(connections).toHaveLength(2);
  expect(told).toEqual([]);
});

test('what another page spilled stays where it is until there is room to spill it anew', () => {
  stubDisk();
  let isFull = true;
  const spilled: Record<string, string> = { 'queue-other': '[["a","{\\"a\\":1}"]]' };
  vi.stubGlobal(
    'localStorage',
    new Proxy(spilled, {
      set(items, key: string, value: string) {
        if (isFull) throw new DOMException('', 'QuotaExceededError');
        items[key] = value;
        return true;
      },
    }),
  );
  const settings = { queueEvents: 10, maxAge: Number.POSITIVE_INFINITY };
  const [all, , , , , recover] = createQueue(
    'queue-',
    settings,
    () => {},
    () => {},
  );
  recover();
  expect([...all.keys()]).toEqual(['a']);
  expect(Object.keys(spilled)).toEqual(['queue-other']);
  isFull = false;
  recover();
  expect(Object.values(spilled)).toEqual(['[["a","{\\"a\\":1}"]]']);
  expect(Object.keys(spilled)).not.toContain('queue-other');
});
