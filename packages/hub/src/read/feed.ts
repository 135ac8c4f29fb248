import type { Commit } from '../record/request.js';
import type { Writer } from '../record/writer.js';
import { committedAfter } from './committed.js';
import type { ReadContext } from './context.js';
import { headOf } from './member-state.js';

/** Tells of everything that is committed, by this process or by another one on the same database. */
export interface Feed {
  onCommit(listener: (commit: Commit) => void): () => void;
  close(): void;
}

/** Another hub, or an import beside this one, shows after at most this long. */
const LOOK_EVERY_MS = 1_000;

/** Follows the writer at once and the database now and then; `isWatched` says whether anybody would hear. */
export function createFeed(context: ReadContext, writer: Writer, isWatched: () => boolean): Feed {
  const listeners = new Set<(commit: Commit) => void>();
  let head: number | null = null;
  let looking = false;

  const tell = (commit: Commit): void => {
    head = Math.max(head ?? 0, commit.head);
    for (const listener of listeners) listener(commit);
  };
  const undo = writer.onCommit(tell);

  async function look(): Promise<void> {
    if (looking || !isWatched()) return;
    looking = true;
    try {
      const there = await headOf(context.reader.kysely, context.tenant);
      const seen = head ?? there;
      head = Math.max(seen, head ?? 0);
      if (there > seen && writer.waiting() === 0) tell(await committedAfter(context, seen));
    } catch {
      // The database is away; streams stay open and the next look tells more.
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return {
    onCommit(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      clearInterval(timer);
      undo();
    },
  };
}
