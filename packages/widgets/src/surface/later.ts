import { useEffect, useState } from 'preact/hooks';

/** Something that is loaded when it is first needed, and kept. */
export interface Later<T> {
  get(): T | null;
  load(): Promise<T>;
}

/** Puts off a load; one that failed is tried anew the next time. */
export function createLater<T>(load: () => Promise<T>): Later<T> {
  let value: T | null = null;
  let under: Promise<T> | null = null;
  return {
    get: () => value,
    load: () => {
      under ??= load().then(
        (loaded) => {
          value = loaded;
          return loaded;
        },
        (error: unknown) => {
          under = null;
          throw error;
        },
      );
      return under;
    },
  };
}

/** What was put off, null while it comes; whether it failed to come, and how to try again. */
export function useLater<T>(later: Later<T>): [value: T | null, failed: boolean, retry: () => void] {
  const [, drawAgain] = useState(0);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const value = later.get();
  useEffect(() => {
    // What came between drawing and this has to be drawn, too.
    if (value !== null) return;
    let gone = false;
    setFailed(false);
    later.load().then(
      () => gone || drawAgain((n) => n + 1),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [later, attempt]);
  return [value, failed, () => setAttempt((n) => n + 1)];
}
