import type { Client, Preferences, Snapshot } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How the latest change fares. */
export type Fate =
  | { readonly is: 'idle' | 'saving' | 'saved' }
  | { readonly is: 'failed'; readonly reason: string };

/**
 * The preferences as the person wants them, shown before the hub has them; what it refuses is taken back. Changes are
 * sent one after another, so that the last one made is the last one kept.
 */
export function useWishes(
  client: Pick<Client, 'prefer'>,
  snapshot: Snapshot,
): [wanted: Preferences, fate: Fate, wish: (change: Partial<Preferences>) => void] {
  const { preferences } = snapshot;
  const [ahead, setAhead] = useState<Partial<Preferences>>({});
  const [fate, setFate] = useState<Fate>({ is: 'idle' });
  const line = useRef(Promise.resolve());
  const latest = useRef(0);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const wish = (change: Partial<Preferences>) => {
    const turn = ++latest.current;
    const settle = (next: Fate) => {
      if (gone.current || turn !== latest.current) return;
      // What was saved comes back with the hub's next word; what failed is as it was.
      if (next.is === 'failed') setAhead({});
      setFate(next);
    };
    setAhead((before) => ({ ...before, ...change }));
    setFate({ is: 'saving' });
    line.current = line.current.then(() =>
      client.prefer(change).then(
        () => settle({ is: 'saved' }),
        (error: unknown) =>
          settle({ is: 'failed', reason: error instanceof Error ? error.message : String(error) }),
      ),
    );
  };
  return [{ ...preferences, ...ahead }, fate, wish];
}
