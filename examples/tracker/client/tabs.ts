import type { WorkEvent } from './work.js';

/** The product's sections, as in its address: `#/reviews`. */
export const TABS = ['overview', 'changes', 'reviews', 'releases', 'docs'] as const;
/** One of them. */
export type Tab = (typeof TABS)[number];

/** What each list holds. */
export const LISTED: Record<Exclude<Tab, 'overview'>, readonly WorkEvent[]> = {
  changes: ['change.committed', 'bug.fixed', 'test.added'],
  reviews: ['review.merged'],
  releases: ['release.cut', 'feature.shipped'],
  docs: ['doc.written'],
};

/** The section an address names; the overview by default. */
export const tabOf = (hash: string): Tab => TABS.find((tab) => hash === `#/${tab}`) ?? 'overview';
