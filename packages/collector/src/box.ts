/** Runs some work on `localStorage`, whose mere getter throws where storage is blocked, and whose quota may be used up. */
export const box = <T>(work: (storage: Storage) => T): T | undefined => {
  try {
    return work(localStorage);
  } catch {}
};

/** The same for each key in it that begins so. */
export const boxed = (prefix: string, work: (storage: Storage, key: string) => unknown): unknown =>
  box((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) work(storage, key);
  });
