/** A `Storage` that may throw or be missing, as a place that merely may remember. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** Wraps a storage so that a browser that forbids it (private mode, blocked cookies) costs memory, not the page. */
export function createMemory(open: () => Storage): Memory {
  const fallback = new Map<string, string>();
  return {
    read(key) {
      try {
        return open().getItem(key) ?? fallback.get(key) ?? null;
      } catch {
        return fallback.get(key) ?? null;
      }
    },
    write(key, value) {
      if (value === null) fallback.delete(key);
      else fallback.set(key, value);
      try {
        if (value === null) open().removeItem(key);
        else open().setItem(key, value);
      } catch {
        // The fallback holds it until the page goes.
      }
    },
  };
}
