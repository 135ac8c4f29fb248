import type { Box } from './box.js';
import { random } from './random.js';

/** Who is using, as this tab knows it. */
export interface Who {
  readonly anonymousId: string;
  readonly userId?: string | undefined;
  readonly companyId?: string | undefined;
}

/** What the tabs of a device keep together. */
export interface Shared {
  /** The session's id. */
  session: string;
  /** When the session was last used, in milliseconds. */
  at: number;
  /** The last number given to an event. */
  seq: number;
  /** Nothing is sent before: an endpoint has told some tab so. */
  until?: number;
  /** What was given up and not told yet, by reason. */
  lost: { [reason: string]: number };
}

/**
 * Keeps both in the box. Tabs share what they count; who is using is each tab's own word once it is open, for a tab may be
 * at work for another company than its neighbour.
 */
export const createRecord = (box: Box, prefix: string) => {
  const load = <T>(name: string) => box((storage): T => JSON.parse(storage[prefix + name]));
  const save = (name: string, value: object) =>
    box((storage) => {
      storage[prefix + name] = JSON.stringify(value);
    });
  let who: Who = { anonymousId: random(), ...load<Who>('me') };
  let shared: Shared = { session: '', at: 0, seq: 0, lost: {} };

  return [
    /** Who is using, after a change where one is given. */
    (change?: Partial<Who>) => {
      if (change) {
        who = { ...who, ...change };
        save('me', who);
      }
      return who;
    },
    /** What the tabs share, after a change where one is given. */
    (change?: (shared: Shared) => void) => {
      shared = { ...shared, ...load<Shared>('all') };
      if (change) {
        change(shared);
        save('all', shared);
      }
      return shared;
    },
  ] as const;
};
