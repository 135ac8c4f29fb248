import type { Readable } from '@waymark/contracts';

/** A readable that its owner can change. */
export interface Writable<T> extends Readable<T> {
  set(value: T): void;
}

/** Makes a value that changes; listeners are called at once and on every change. */
export function createReadable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
}
