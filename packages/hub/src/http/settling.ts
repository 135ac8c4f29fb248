import type { HubContext } from './context.js';

const EVERY_MS = 60_000;

/** Has windows of leagues settled once they are over: now, and from time to time. Returns its undo. */
export async function keepSettling({ playbook, writer, settings }: HubContext): Promise<() => void> {
  if (playbook.leagues === undefined) return () => {};
  const settle = () =>
    writer.settle({ at: new Date(settings.now()).toISOString() }).catch((error) => settings.onError(error));
  await settle();
  const timer = setInterval(() => void settle(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
