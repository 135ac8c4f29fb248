import type { Middleware } from './api.js';

/** Says in each event's context in which session it was made: a new one after so many milliseconds without any. */
export function session(timeout = 30 * 60_000): Middleware {
  return (event, kept) => {
    const at = Date.parse(event.timestamp);
    if (!(Math.abs(at - (kept.at as number)) <= timeout)) kept.session = event.id;
    kept.at = at;
    return { ...event, context: { ...event.context, session: kept.session as string } };
  };
}
