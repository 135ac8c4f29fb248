import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRankIndex } from './rank-index.js';
import { aroundMe, type Standing, sortStandings, topOf } from './ranking.js';

const people = fc.integer({ min: 0, max: 40 }).map((i) => `u${i}`);
const points = fc.integer({ min: 0, max: 12 });
const change = fc.record({ userId: people, points: fc.option(points, { nil: null, freq: 4 }) });

function listOf(held: ReadonlyMap<string, number>): Standing[] {
  return sortStandings([...held].map(([userId, points]) => ({ userId, points })));
}

describe('an index of standings', () => {
  it('agrees with sorting them anew after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 0, max: 4 }), (changes, radius) => {
        const index = createRankIndex([], 4);
        const held = new Map<string, number>();
        for (const { userId, points } of changes) {
          if (points === null) {
            held.delete(userId);
            index.delete(userId);
          } else {
            held.set(userId, points);
            index.set(userId, points);
          }
        }
        const sorted = listOf(held);
        const last = changes.at(-1)?.userId ?? '';
        expect(index.size).toBe(held.size);
        expect(index.top(50)).toEqual(topOf(sorted, 50));
        expect(index.around(last, radius)).toEqual(aroundMe(sorted, last, radius));
        expect(index.pointsOf(last)).toBe(held.get(last));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('ranks by 1 + the number strictly above, and has me around me', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(people, points), { selector: ([id]) => id }),
        points,
        (given, at) => {
          const index = createRankIndex(
            given.map(([userId, points]) => ({ userId, points })),
            4,
          );
          expect(index.rankOf(at)).toBe(1 + given.filter(([, points]) => points > at).length);
          for (const [userId, points] of given) {
            const me = index.around(userId, 2).find((place) => place.userId === userId);
            expect(me).toEqual({ userId, points, rank: index.rankOf(points) });
          }
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('stays right through runs that split and empty', () => {
    const index = createRankIndex();
    const held = new Map<string, number>();
    for (let i = 0; i < 5_000; i++) {
      const userId = `u${(i * 7_919) % 3_000}`;
      const points = (i * 104_729) % 700;
      index.set(userId, points);
      held.set(userId, points);
    }
    for (let i = 0; i < 2_900; i++) {
      index.delete(`u${i}`);
      held.delete(`u${i}`);
    }
    for (let i = 0; i < 2_000; i++) {
      index.set(`v${i}`, 5);
      held.set(`v${i}`, 5);
    }
    const sorted = listOf(held);
    expect(index.top(sorted.length)).toEqual(topOf(sorted, sorted.length));
    expect(index.around('v1000', 30)).toEqual(aroundMe(sorted, 'v1000', 30));
  });

  it('is empty without people', () => {
    const index = createRankIndex();
    expect([index.size, index.rankOf(3), index.top(3), index.around('u1', 2)]).toEqual([0, 1, [], []]);
    index.delete('u1');
    index.set('u1', 3);
    index.delete('u1');
    expect(index.top(1)).toEqual([]);
  });
});
