import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** What a page knows of something it asked the hub for. `value` is the last good answer, also while a newer is under way. */
export interface Resource<T> {
  readonly value: T | null;
  readonly problem: Error | null;
  readonly loading: boolean;
  retry(): void;
}

/** Loads on every change of `key` and drops answers that come too late; tries again when the browser is back online. */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ value: T | null; problem: Error | null; loading: boolean }>({
    value: null,
    problem: null,
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  // The key says what is loaded, the attempt that it is tried again.
  useEffect(() => {
    const abort = new AbortController();
    setState(({ value }) => ({ value, problem: null, loading: true }));
    latest.current(abort.signal).then(
      (value) => abort.signal.aborted || setState({ value, problem: null, loading: false }),
      (problem: Error) =>
        abort.signal.aborted || setState(({ value }) => ({ value, problem, loading: false })),
    );
    return () => abort.abort();
  }, [key, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const failed = state.problem !== null;
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed, retry]);
  return { ...state, retry };
}
