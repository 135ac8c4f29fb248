import { type Slots, slotsOf } from './windows.js';

/** What the rules need to know of a local day. */
export interface Day {
  readonly slots: Slots;
  /** Keys of the buckets of that day, by the rule's index; filled as they are needed. */
  readonly keys: (string | undefined)[];
}

/** Days remembered at most: eleven years of them, a few hundred bytes each. */
const REMEMBERED = 4_096;

/** Works out what rules need to know of a day once, and remembers it. */
export function rememberDays(): (day: string) => Day {
  return rememberByDay((day) => ({ slots: slotsOf(day), keys: [] }));
}

/** Works something out for a day once, and remembers it. */
export function rememberByDay<T>(workOut: (day: string) => T): (day: string) => T {
  const days = new Map<string, T>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    if (days.size >= REMEMBERED) days.clear();
    const fresh = workOut(day);
    days.set(day, fresh);
    return fresh;
  };
}
