import type { Readable } from '@waymark/contracts';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The value of a readable, and a new render at each change. */
export function useReadable<T>(readable: Readable<T>): T {
  const [value, setValue] = useState(() => readable.get());
  useLayoutEffect(() => readable.subscribe((next) => setValue(() => next)), [readable]);
  return value;
}
