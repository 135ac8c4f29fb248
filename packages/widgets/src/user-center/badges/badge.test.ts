import type { BadgeView } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { badgeState, wallOf } from './badge.js';

const badge = (id: string, progress: number, earned: (string | null)[], secret = false): BadgeView => ({
  id,
  name: id,
  description: id,
  medal: { shape: 'circle', glyph: 'sun' },
  secret,
  progress,
  tiers: earned.map((earnedAt, i) => ({ tier: i === 0 ? 'bronze' : 'gold', at: (i + 1) * 10, earnedAt })),
});

it('knows what is earned, under way, locked and secret', () => {
  expect(badgeState(badge('a', 15, ['2026-08-01T00:00:00Z', null]))).toMatchObject({
    kind: 'earned',
    share: 0.75,
  });
  expect(badgeState(badge('a', 15, ['2026-08-01T00:00:00Z', null])).earned?.tier).toBe('bronze');
  expect(badgeState(badge('a', 4, [null]))).toMatchObject({ kind: 'underway', share: 0.4 });
  expect(badgeState(badge('a', 0, [null]))).toMatchObject({ kind: 'locked', earned: null });
  expect(badgeState(badge('a', 4, [null], true))).toMatchObject({ kind: 'secret' });
  expect(badgeState(badge('a', 9, ['2026-08-01T00:00:00Z'], true))).toMatchObject({
    kind: 'earned',
    share: 1,
  });
});

it('puts earned ones first by date, then the nearest, then locked, then secret', () => {
  const wall = wallOf([
    badge('secret', 0, [null], true),
    badge('locked', 0, [null]),
    badge('far', 1, [null]),
    badge('near', 9, [null]),
    badge('old', 10, ['2026-01-01T00:00:00+08:00']),
    badge('new', 10, ['2026-08-01T00:00:00Z']),
  ]);
  expect(wall.map((state) => state.badge.id)).toEqual(['new', 'old', 'near', 'far', 'locked', 'secret']);
});

it('puts what is withheld after what is held, and never takes it for locked or secret', () => {
  const withheld = (id: string, secret: boolean): BadgeView => ({
    ...badge(id, 10, [null], secret),
    tiers: [{ tier: 'bronze', at: 10, earnedAt: null, withheld: '2026-08-01T00:00:00Z' }],
    missing: ['Gold'],
  });
  expect(badgeState(withheld('a', true))).toMatchObject({ kind: 'withheld', earned: null });
  const wall = wallOf([
    badge('near', 9, [null]),
    withheld('back', false),
    badge('held', 10, ['2026-08-01T00:00:00Z']),
  ]);
  expect(wall.map((state) => state.badge.id)).toEqual(['held', 'back', 'near']);
});
