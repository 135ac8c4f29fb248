import { aroundMe, rankOf, type Standing, sortStandings, topOf } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, RUNS } from './generated.js';

const standings = fc
  .array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 })
  .map((points) => points.map((p, i) => ({ userId: `u${i}`, points: p })));

type Ranking = (sorted: readonly Standing[], standing: Standing) => number;

function ranksAll(rank: Ranking) {
  return fc.property(standings, (list) => {
    const sorted = sortStandings(list);
    for (const standing of list) {
      expect(rank(sorted, standing)).toBe(1 + list.filter(({ points }) => points > standing.points).length);
    }
  });
}

describe('rank', () => {
  it('is 1 + the number of people strictly above', () => {
    fc.assert(
      ranksAll((sorted, { points }) => rankOf(sorted, points)),
      RUNS,
    );
  });

  it('the position in the list is caught by that', () => {
    expect(
      fc.check(
        ranksAll((sorted, standing) => sorted.indexOf(standing) + 1),
        CAUGHT,
      ).failed,
    ).toBe(true);
  });

  it('around me holds me, in one piece of the list and as much of it as there is', () => {
    fc.assert(
      fc.property(standings, fc.nat(45), fc.nat(5), (list, index, radius) => {
        const sorted = sortStandings(list);
        const me = `u${index}`;
        const shown = aroundMe(sorted, me, radius);
        if (index >= list.length) {
          expect(shown).toEqual([]);
          return;
        }
        expect(shown.some(({ userId }) => userId === me)).toBe(true);
        expect(shown).toHaveLength(Math.min(list.length, 2 * radius + 1));
        const start = sorted.findIndex(({ userId }) => userId === shown[0]?.userId);
        expect(shown.map(({ userId }) => userId)).toEqual(
          sorted.slice(start, start + shown.length).map(({ userId }) => userId),
        );
      }),
      RUNS,
    );
  });

  it('top is where the list begins, with the places of the whole', () => {
    fc.assert(
      fc.property(standings, fc.nat(10), (list, count) => {
        const sorted = sortStandings(list);
        const top = topOf(sorted, count);
        expect(top).toEqual(sorted.slice(0, count).map((s) => ({ ...s, rank: rankOf(sorted, s.points) })));
      }),
      RUNS,
    );
  });
});
