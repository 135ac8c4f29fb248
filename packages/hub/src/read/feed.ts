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
export function createFeed(
  context: ReadContext,
  writer: Writer,
  start: number,
  isWatched: () => boolean,
): Feed {
  const listeners = new Set<(commit: Commit) => void>();
  let head = start;

  const tell = (commit: Commit): void => {
    for (const listener of listeners) listener(commit);
  };
  /** Tells of what is there after a position; what was told before may be told again. */
  const catchUp = async (position: number): Promise<void> => tell(await committedAfter(context, position));

  const undo = writer.onCommit((commit) => {
    const before = head;
    head = Math.max(head, commit.head);
    tell(commit);
    // Somebody else wrote in between. When the database cannot be asked now, the reader's next message has it anyway.
    if (commit.first > before + 1) catchUp(before).catch(() => {});
  });

  async function look(): Promise<void> {
    const there = await headOf(context.reader.kysely, context.tenant);
    if (there <= head) return;
    const before = head;
    head = there;
    await catchUp(before);
  }

  const timer = setInterval(() => {
    // While the database is away streams stay open, and a later look tells more.
    if (isWatched()) look().catch(() => {});
  }, LOOK_EVERY_MS);
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
