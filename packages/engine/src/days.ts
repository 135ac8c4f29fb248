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
  const days = new Map<string, Day>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    if (days.size >= REMEMBERED) days.clear();
    const fresh: Day = { slots: slotsOf(day), keys: [] };
    days.set(day, fresh);
    return fresh;
  };
}
