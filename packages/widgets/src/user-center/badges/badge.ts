import type { BadgeView } from '@waymark/contracts';

/** A badge as the wall shows it. */
export interface BadgeState {
  readonly badge: BadgeView;
  /** `withheld`: earned, and held again with a level that was lost. */
  readonly kind: 'earned' | 'withheld' | 'underway' | 'locked' | 'secret';
  /** The highest tier earned, null before the first. */
  readonly earned: BadgeView['tiers'][number] | null;
  /** The next tier to earn, null after the last. */
  readonly next: BadgeView['tiers'][number] | null;
  /** Progress towards `next` from 0 to 1. */
  readonly share: number;
}

const ORDER: Readonly<Record<BadgeState['kind'], number>> = {
  earned: 0,
  withheld: 1,
  underway: 2,
  locked: 3,
  secret: 4,
};

/** Where a badge stands. */
export function badgeState(badge: BadgeView): BadgeState {
  const earned = badge.tiers.filter(({ earnedAt }) => earnedAt !== null).at(-1) ?? null;
  const next = badge.tiers.find(({ earnedAt }) => earnedAt === null) ?? null;
  const share = next === null ? 1 : Math.min(1, Math.max(0, badge.progress / next.at));
  return { badge, kind: kindOf(badge, earned !== null), earned, next, share };
}

function kindOf({ missing, secret, progress }: BadgeView, earned: boolean): BadgeState['kind'] {
  if (earned) return 'earned';
  if (missing) return 'withheld';
  if (secret) return 'secret';
  return progress > 0 ? 'underway' : 'locked';
}

/** The wall's order: earned ones, newest first; then those closest to being earned; secret ones last. */
export function wallOf(badges: readonly BadgeView[]): BadgeState[] {
  return badges.map(badgeState).sort((a, b) => {
    if (a.kind !== b.kind) return ORDER[a.kind] - ORDER[b.kind];
    if (a.kind === 'earned') return dateOf(b) - dateOf(a);
    return b.share - a.share;
  });
}

function dateOf(state: BadgeState): number {
  return Date.parse(state.earned?.earnedAt ?? '') || 0;
}
