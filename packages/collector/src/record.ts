import { box } from './box.js';
import { newId } from './id.js';

/** Who is using, as this tab knows it. */
export interface Who {
  readonly anonymousId: string;
  readonly userId?: string | undefined;
  readonly companyId?: string | undefined;
}

/** What is kept on the device beside events. */
export interface Kept {
  /** Each tab's own word once it is open: a tab may be at work for another company than its neighbour. */
  me: Who;
  /** The last number given to an event. */
  seq: number;
  /** Nothing is sent before: an endpoint has told some tab so. */
  until?: number;
  /** What was given up and not told yet, by reason. */
  dropped: { [reason: string]: number };
  /** The session's id, and when it was last used. */
  session?: string;
  at?: number;
}

/** Gives what is kept, after a change where one is given; for 0 without a look at what other tabs wrote: `me` is this tab's own. */
export type Record = ReturnType<typeof createRecord>;

/** Keeps it in the box under that name; while `isHeld`, in this page alone. */
export const createRecord = (name: string, isHeld: () => unknown) => {
  const load = () => box((storage): Kept => JSON.parse(storage[name]));
  let kept: Kept = { me: { anonymousId: newId() }, seq: 0, dropped: {}, ...load() };
  return (change?: Partial<Kept> | 0): Kept => {
    if (change !== 0) kept = { ...kept, ...load(), me: kept.me, ...change };
    if (change && !isHeld())
      box((storage) => {
        storage[name] = JSON.stringify(kept);
      });
    return kept;
  };
};
