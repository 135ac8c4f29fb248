import type { Page } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Resource, useResource } from './resource.js';

/** A list that grows page by page. */
export interface GrowingList<T> extends Resource<Page<T>> {
  readonly rows: readonly T[];
  readonly growing: boolean;
  /** The page after the last one did not come. */
  readonly growProblem: Error | null;
  grow(): void;
}

/** Loads the first page of a list on every change of `key`, and the next one each time `grow` is called. */
export function useGrowingList<T>(
  key: string,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
): GrowingList<T> {
  const first = useResource(key, (signal) => load(undefined, signal));
  const [more, setMore] = useState<readonly Page<T>[]>([]);
  const [growing, setGrowing] = useState(false);
  const [growProblem, setGrowProblem] = useState<Error | null>(null);
  const abort = useRef<AbortController | null>(null);

  // A new first page starts the list anew.
  useEffect(() => {
    setMore([]);
    setGrowing(false);
    setGrowProblem(null);
    return () => abort.current?.abort();
  }, [first.value]);

  const last = more.at(-1) ?? first.value;
  async function grow(): Promise<void> {
    if (last?.next == null || growing) return;
    const current = new AbortController();
    const { signal } = current;
    abort.current = current;
    setGrowing(true);
    setGrowProblem(null);
    try {
      const page = await load(last.next, signal);
      if (!signal.aborted) setMore((pages) => [...pages, page]);
    } catch (problem) {
      if (!signal.aborted) setGrowProblem(problem as Error);
    }
    if (!signal.aborted) setGrowing(false);
  }
  return {
    ...first,
    value: last === null ? null : { ...last, rows: [] },
    rows: [...(first.value?.rows ?? []), ...more.flatMap((page) => page.rows)],
    growing,
    growProblem,
    grow: () => void grow(),
  };
}
