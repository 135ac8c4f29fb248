import { expect, it } from 'vitest';
import { snapshot } from '../../fixtures/snapshot.js';
import { awardsOf } from './unread.js';

it('counts badge tiers earned and levels reached', () => {
  const tiers = snapshot.badges.flatMap((badge) => badge.tiers.filter((tier) => tier.earnedAt !== null));
  expect(tiers.length).toBeGreaterThan(5);
  expect(awardsOf(snapshot)).toBe(tiers.length + snapshot.level);
});
