import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Something on its way from the product's own server. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly failed: boolean;
  retry(): void;
}

/** Loads on every change of `key`; an answer that comes too late is dropped. */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; failed: boolean }>({ value: null, failed: false });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const abort = new AbortController();
    setState(({ value }) => ({ value, failed: false }));
    latest.current(abort.signal).then(
      (value) => abort.signal.aborted || setState({ value, failed: false }),
      () => abort.signal.aborted || setState(({ value }) => ({ value, failed: true })),
    );
    return () => abort.abort();
  }, [key, attempt]);
  return { ...state, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
