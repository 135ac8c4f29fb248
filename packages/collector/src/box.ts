/** A small store that answers at once: `localStorage` where the browser lets us, else nothing. */
export type Box = ReturnType<typeof createBox>;

/** Wraps `localStorage`, whose mere getter throws where storage is blocked, and whose quota the host may have used up. */
export function createBox(allowed: () => boolean) {
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return allowed() ? work(localStorage) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    get: <T>(key: string) => attempt((storage): T => JSON.parse(storage.getItem(key) as string)),
    set: (key: string, value: unknown) => attempt((storage) => storage.setItem(key, JSON.stringify(value))),
    drop: (key: string) => attempt((storage) => storage.removeItem(key)),
    keys: (prefix: string) =>
      attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [],
  };
}
