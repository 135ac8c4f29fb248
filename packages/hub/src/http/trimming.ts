import { retentionDays } from '@waymark/contracts';
import type { HubContext } from './context.js';

const EVERY_MS = 3_600_000;

/** Has the details of old events go: now, and from time to time. Returns its undo. */
export function keepTrimming({ playbook, writer, settings }: HubContext): () => void {
  if (retentionDays(playbook) === null) return () => {};
  let isOver = false;
  let isBusy = false;
  const trim = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      while (!isOver && (await writer.trim({ at: new Date(settings.now()).toISOString() })));
    } catch (error) {
      settings.onError(error);
    } finally {
      isBusy = false;
    }
  };
  void trim();
  const timer = setInterval(() => void trim(), EVERY_MS);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
