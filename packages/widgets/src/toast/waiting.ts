import type { Client, Snapshot } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Award, awardsBetween } from './awards.js';
import { isPageModal } from './modal.js';

const STAY = 7_000;
const LOOK_AGAIN = 500;

/** What {@link useAwards} watches. */
export interface Watch {
  readonly client: Client;
  /** The view before the first change to speak of. */
  readonly since: Snapshot | null;
  /** Whether the person sees the awards elsewhere just now. */
  readonly hushed: boolean;
}

/**
 * The awards to show together, and how to put them away. They wait while the page is hidden or modal; those that come
 * while others are shown join them; they leave by themselves unless `held`.
 */
export function useAwards(
  { client, since, hushed }: Watch,
  held: () => boolean,
): [awards: readonly Award[], away: () => void] {
  const [shown, setShown] = useState<readonly Award[]>([]);
  const waiting = useRef<readonly Award[]>([]);
  const before = useRef(since);
  const isHushed = useRef(hushed);
  isHushed.current = hushed;
  const isHeld = useRef(held);
  isHeld.current = held;

  useEffect(() => {
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      if (waiting.current.length === 0) return;
      if (document.hidden || isPageModal()) {
        timer = window.setTimeout(look, LOOK_AGAIN);
        return;
      }
      const fresh = waiting.current;
      waiting.current = [];
      setShown((now) => [...now, ...fresh.filter(({ id }) => now.every((award) => award.id !== id))]);
    };
    const stop = client.view.subscribe(({ snapshot }) => {
      const last = before.current;
      before.current = snapshot;
      if (snapshot === null || (last !== null && last.user.id !== snapshot.user.id)) {
        waiting.current = [];
        setShown([]);
      }
      if (snapshot === null || last === null || isHushed.current || snapshot.preferences.quiet) return;
      waiting.current = [...waiting.current, ...awardsBetween(last, snapshot)];
      look();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);

  useEffect(() => {
    if (!hushed) return;
    waiting.current = [];
    setShown([]);
  }, [hushed]);

  useEffect(() => {
    if (shown.length === 0) return;
    let timer = window.setTimeout(function leave() {
      if (isHeld.current()) timer = window.setTimeout(leave, STAY);
      else setShown([]);
    }, STAY);
    return () => clearTimeout(timer);
  }, [shown]);

  return [shown, () => setShown([])];
}
