import type { Readable } from '@waymark/contracts';
import { useEffect, useState } from 'preact/hooks';

/** A {@link Readable} with a way to set it. */
export interface Writable<T> extends Readable<T> {
  set(value: T): void;
}

/** A value that tells its listeners when it changes; setting the same value tells nobody. */
export function createWritable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
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

/** Draws a component again whenever the value changes. */
export function useReadable<T>(readable: Readable<T>): T {
  const [value, setValue] = useState(() => readable.get());
  useEffect(() => readable.subscribe((next) => setValue(() => next)), [readable]);
  return value;
}
