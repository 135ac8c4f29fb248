import { expect, it } from 'vitest';
import { standingOf } from './standing.js';

const levels = [0, 100, 300].map((at) => ({ at, title: `from ${at}`, benefits: [] }));

it('measures the way between two levels', () => {
  expect(standingOf(levels, 1, 150)).toEqual({
    level: levels[1],
    next: levels[2],
    share: 0.25,
    missing: 150,
  });
});

it('is done on the last level', () => {
  expect(standingOf(levels, 2, 5_000)).toEqual({ level: levels[2], next: null, share: 1, missing: 0 });
});

it('stays within bounds when growth and level are told apart for a moment', () => {
  expect(standingOf(levels, 0, 120)).toMatchObject({ share: 1, missing: 0 });
  expect(standingOf(levels, 1, 40)).toMatchObject({ share: 0, missing: 260 });
  expect(standingOf([], 0, 10)).toEqual({ level: null, next: null, share: 1, missing: 0 });
});
