import type { Losses } from './api.js';
import type { Box } from './box.js';

/** What the tabs of a device count together. */
export interface Tally {
  /** The session's id. */
  session: string;
  /** When the session was last used, in milliseconds. */
  at: number;
  /** The last number given to an event. */
  seq: number;
  /** Nothing is sent before: an endpoint has told some tab so. */
  until: number;
  /** What was given up and not told yet. */
  lost: Losses;
}

/** Changes what the tabs count together, as far as the box lets them; else for this page alone. */
export function createTally(box: Box, name: string) {
  let tally: Tally = { session: '', at: 0, seq: 0, until: 0, lost: {} };
  return (change: (tally: Tally) => void = () => {}): Tally => {
    tally = { ...tally, ...box.get<Tally>(name) };
    change(tally);
    box.set(name, tally);
    return tally;
  };
}

/** Adds to what was given up; what comes to nothing is left out. */
export function addLosses(to: Losses, more: Losses, sign = 1): Losses {
  const sum = { ...to };
  for (const reason in more) {
    sum[reason] = (sum[reason] ?? 0) + sign * (more[reason] as number);
    if (!((sum[reason] as number) > 0)) delete sum[reason];
  }
  return sum;
}
