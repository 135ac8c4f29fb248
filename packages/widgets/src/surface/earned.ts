import type { BadgeView } from '@waymark/contracts';

/** Whether a tier was earned, though it may be withheld now. */
export function wasEarned({ earnedAt, withheld }: BadgeView['tiers'][number]): boolean {
  return (withheld ?? earnedAt) !== null;
}
