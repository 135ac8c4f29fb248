/** A small store that answers at once: `localStorage` where the browser lets us, else nothing. */
export type Box = ReturnType<typeof createBox>;

/** Wraps `localStorage`, whose mere getter throws where storage is blocked, and whose quota the host may have used up. */
export const createBox = (held: () => unknown) => {
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return held() ? undefined : work(localStorage);
    } catch {
      return undefined;
    }
  };
  return [
    <T>(key: string) => attempt((storage): T => JSON.parse(storage[key])),
    (key: string, value: unknown): unknown =>
      attempt((storage) => storage.setItem(key, JSON.stringify(value))),
    (key: string): unknown => attempt((storage) => storage.removeItem(key)),
    (prefix: string) => (attempt(Object.keys) ?? []).filter((key) => key.startsWith(prefix)),
  ] as const;
};
