/** A small store that answers at once: runs some work on `localStorage` where the browser lets us, else nothing. */
export type Box = ReturnType<typeof createBox>;

/** Wraps `localStorage`, whose mere getter throws where storage is blocked, and whose quota the host may have used up. */
export const createBox =
  (held: () => unknown) =>
  <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return held() ? undefined : work(localStorage);
    } catch {
      return undefined;
    }
  };
