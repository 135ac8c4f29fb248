import type { Follower } from '../read/follower.js';
import type { Decided } from '../record/campaign-facts.js';
import { memberKey } from '../record/request.js';
import type { Writer } from '../record/writer.js';
import type { Due } from './due.js';

/** Has the hub's own word of people written: many at once, since many come at once. */
export interface Entering {
  add(decided: Decided, due: readonly Due[]): void;
}

/** People of whom it is remembered what was tried. */
const KEPT = 20_000;
/** People written of in one transaction; each takes reading what became of campaigns with them. */
const AT_ONCE = 20;

/** Gathers people while others are being written of; who is lost on the way is found again by their next decision. */
export function createEntering(
  writer: Pick<Writer, 'enter'>,
  { follow }: Pick<Follower, 'follow'>,
  now: () => number,
  onError: (error: unknown) => void,
): Entering {
  const waiting = new Map<string, Decided>();
  /** What was tried last for each: what cannot be said, since it was once taken back, is not tried for ever. */
  const tried = new Map<string, string>();
  let isBusy = false;
  follow({
    isEmpty: () => tried.size === 0,
    touch() {},
    // Whose past changed may have it to be said again.
    correct: (companyId, userId) => void tried.delete(memberKey(companyId, userId)),
    forget: () => tried.clear(),
  });

  async function flush(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      while (waiting.size > 0) {
        const some = [...waiting].slice(0, AT_ONCE);
        for (const [key] of some) waiting.delete(key);
        await writer.enter({ people: some.map(([, decided]) => decided), now: now() });
      }
    } catch (error) {
      // All of it is to be tried again.
      tried.clear();
      waiting.clear();
      onError(error);
    } finally {
      isBusy = false;
    }
  }

  return {
    add(decided, due) {
      const { companyId, userId } = decided.profile;
      const key = memberKey(companyId, userId);
      const wish = JSON.stringify(due);
      if (due.length === 0 || tried.get(key) === wish) return;
      if (tried.size >= KEPT) tried.clear();
      tried.set(key, wish);
      waiting.set(key, decided);
      void flush();
    },
  };
}
