import type { Decided } from '../record/campaign-facts.js';
import { memberKey } from '../record/request.js';
import type { Writer } from '../record/writer.js';

/** Has the hub's own word of people written: many at once, since many come at once. */
export interface Entering {
  add(decided: Decided): void;
}

/** People written of in one transaction; each takes reading what became of campaigns with them. */
const AT_ONCE = 50;

/** Gathers people while others are being written of; who is lost on the way is found again by their next decision. */
export function createEntering(
  writer: Writer,
  now: () => number,
  onError: (error: unknown) => void,
): Entering {
  const waiting = new Map<string, Decided>();
  let isBusy = false;

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
      onError(error);
    } finally {
      isBusy = false;
    }
  }

  return {
    add(decided) {
      const { companyId, userId } = decided.profile;
      waiting.set(memberKey(companyId, userId), decided);
      void flush();
    },
  };
}
