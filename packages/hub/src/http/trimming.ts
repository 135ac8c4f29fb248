import { retentionDays } from '@waymark/contracts';
import type { HubContext } from './context.js';

const EVERY_MS = 3_600_000;

/** Has the details of old events go: now, and an hour after each time. Returns its undo. */
export function keepTrimming({ playbook, writer, settings }: HubContext): () => void {
  if (retentionDays(playbook) === null) return () => {};
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const trim = async () => {
    try {
      while (!isOver && (await writer.trim({ at: new Date(settings.now()).toISOString() })));
    } catch (error) {
      settings.onError(error);
    }
    if (isOver) return;
    timer = setTimeout(() => void trim(), EVERY_MS);
    timer.unref();
  };
  void trim();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
