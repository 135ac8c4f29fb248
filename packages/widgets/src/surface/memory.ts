/** Small texts a widget remembers on this device, such as the level a person has been congratulated on. */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** Remembers in `localStorage`, and for the life of the page where that is forbidden. */
export function createMemory(): Memory {
  const fallback = new Map<string, string>();
  return {
    get: (key) => {
      try {
        return localStorage.getItem(key) ?? fallback.get(key) ?? null;
      } catch {
        return fallback.get(key) ?? null;
      }
    },
    set: (key, value) => {
      fallback.set(key, value);
      try {
        localStorage.setItem(key, value);
      } catch {
        // Private windows and full disks: this page still remembers.
      }
    },
  };
}
