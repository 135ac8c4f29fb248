/** What to do after an answer. */
export type Outcome =
  /** The endpoint has the events. */
  | 'done'
  /** Nobody knows, or not now: the same batch again later. */
  | 'retry'
  /** Something in the batch is refused: halve it until the offender stands alone. */
  | 'split'
  /** The endpoint refuses everything: keep all, ask again in a minute or two. */
  | 'paused';

/** The longest wait that is kept to: a wrong clock or a broken header must not silence a device for ever. */
export const LONGEST = 86_400_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;
const PAUSE = 60_000;

/** Reads a status; 0 stands for no answer at all. */
export const outcomeOf = (status: number): Outcome =>
  /^([015]|4(08|29))/.test(status as never)
    ? 'retry'
    : status < 300
      ? 'done'
      : /^4(00|13|22)/.test(status as never)
        ? 'split'
        : 'paused';

/**
 * Milliseconds to wait before the next attempt: what the endpoint asks for, in seconds or by a date, or else full
 * jitter, so that devices which failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export const waitOf = (
  outcome: Outcome | undefined,
  failures: number,
  retryAfter?: string | null,
): number => {
  const asked = 1_000 * (retryAfter as never) || Date.parse(retryAfter as string) - Date.now();
  return asked > 0
    ? Math.min(asked, LONGEST)
    : Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) + PAUSE * +(outcome === 'paused');
};
