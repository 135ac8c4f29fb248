/** What to do after an answer. */
export type Outcome =
  /** The endpoint has the events. */
  | 'done'
  /** Nobody knows, or not now: the same batch again later. */
  | 'retry'
  /** Something in the batch is refused: halve it until the offender stands alone. */
  | 'split'
  /** The endpoint refuses everything: keep all, ask again in a minute or two. */
  | 'pause';

/** The longest wait that is kept to: a wrong clock or a broken header must not silence a device for ever. */
export const LONGEST = 86_400_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;
const PAUSE = 60_000;

/** Reads a status; 0 stands for no answer at all. */
export function outcomeOf(status: number): Outcome {
  if (status < 1 || status > 499 || status === 408 || status === 429) return 'retry';
  if (status === 400 || status === 413 || status === 422) return 'split';
  return status > 199 && status < 300 ? 'done' : 'pause';
}

/** Milliseconds that a `Retry-After` asks for: seconds or a date; 0 when there is none. */
export function retryAfter(header: string | null | undefined, now: number): number {
  const wait = header ? +header * 1_000 || Date.parse(header) - now : 0;
  return wait > 0 ? Math.min(wait, LONGEST) : 0;
}

/**
 * Milliseconds to wait before the next attempt: full jitter, so that devices which failed together do not come back
 * together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function backoff(outcome: Outcome, failures: number, random: number): number {
  return outcome === 'pause'
    ? PAUSE + PAUSE * random
    : random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
}
