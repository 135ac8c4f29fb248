import type { Client, RedemptionObstacle } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How a wish for a reward fares: asked for once more, with the hub, or decided. */
export type Wish =
  | { readonly is: 'none' }
  | { readonly is: 'sure' | 'asking' | 'granted' | 'unanswered'; readonly rewardId: string }
  | { readonly is: 'refused'; readonly rewardId: string; readonly code: RedemptionObstacle };

/** One wish at a time, from the first click to what the hub decided. */
export function useWish(client: Pick<Client, 'redeem'>): {
  readonly wish: Wish;
  /** Asks the person once more. */
  choose(rewardId: string): void;
  /** Asks the hub. */
  confirm(rewardId: string): void;
  cancel(): void;
} {
  const [wish, setWish] = useState<Wish>({ is: 'none' });
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const settle = (next: Wish) => {
    if (!gone.current) setWish(next);
  };
  return {
    wish,
    choose: (rewardId) => setWish({ is: 'sure', rewardId }),
    confirm(rewardId) {
      setWish({ is: 'asking', rewardId });
      client.redeem(rewardId).then(
        (answer) =>
          settle(
            answer.status === 'redeemed'
              ? { is: 'granted', rewardId }
              : { is: 'refused', rewardId, code: answer.code },
          ),
        () => settle({ is: 'unanswered', rewardId }),
      );
    },
    cancel: () => setWish({ is: 'none' }),
  };
}
