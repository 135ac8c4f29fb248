import { describe, expect, it } from 'vitest';
import { assign } from './assignment.js';

const whom = (n: number) => ({ userId: `user-${n}`, companyId: `company-${n % 100}` });
const experiment = (parts: object = {}) => ({ by: 'user' as const, holdout: 10, ...parts });
const PEOPLE = 20_000;

/** Pearson's statistic of how many fell where, against how many should. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, i) => {
    const expected = all * (shares[i] as number);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

describe('assignment', () => {
  const arms = [
    { id: 'a', weight: 1 },
    { id: 'b', weight: 2 },
    { id: 'c', weight: 1 },
  ];

  it.each(['hello', 'bye', 'x'])('deals the holdout and the arms of %s by their weights', (id) => {
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < PEOPLE; n++) {
      const { heldOut, arm } = assign({ id, experiment: experiment({ arms }) }, whom(n));
      const at = heldOut ? 0 : 1 + arms.findIndex((one) => one.id === arm);
      counts[at] = (counts[at] as number) + 1;
    }
    // 16.27 is what three degrees of freedom exceed once in a thousand.
    expect(chiSquare(counts, [0.1, 0.225, 0.45, 0.225])).toBeLessThan(16.27);
  });

  it('deals two campaigns independently of each other', () => {
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < PEOPLE; n++) {
      const one = assign({ id: 'one', experiment: experiment({ holdout: 50 }) }, whom(n)).heldOut;
      const two = assign({ id: 'two', experiment: experiment({ holdout: 50 }) }, whom(n)).heldOut;
      const at = (one ? 2 : 0) + (two ? 1 : 0);
      counts[at] = (counts[at] as number) + 1;
    }
    expect(chiSquare(counts, [0.25, 0.25, 0.25, 0.25])).toBeLessThan(16.27);
  });

  it('moves nobody between arms when the holdout grows, and lets nobody out of it', () => {
    for (let n = 0; n < 2_000; n++) {
      const small = assign({ id: 'x', experiment: experiment({ arms, holdout: 5 }) }, whom(n));
      const great = assign({ id: 'x', experiment: experiment({ arms, holdout: 30 }) }, whom(n));
      if (small.heldOut) expect(great.heldOut).toBe(true);
      if (!great.heldOut) expect(great.arm).toBe(small.arm);
    }
  });

  it('treats a company as one where it says so, and who has none as one person', () => {
    const byCompany = { id: 'x', experiment: experiment({ by: 'company', holdout: 50 }) };
    const of = (userId: string, companyId: string) => assign(byCompany, { userId, companyId });
    for (let n = 0; n < 200; n++) expect(of(`u${n}`, 'acme')).toEqual(of('u', 'acme'));
    const alone = Array.from({ length: 200 }, (_, n) => of(`u${n}`, ''));
    expect(new Set(alone.map(({ heldOut }) => heldOut)).size).toBe(2);
    expect(alone[0]?.by).toBe('user');
  });

  it('deals anew with another salt, and holds nobody out without an experiment', () => {
    const first = Array.from({ length: 200 }, (_, n) =>
      assign({ id: 'x', experiment: experiment({ holdout: 50 }) }, whom(n)),
    );
    const other = Array.from({ length: 200 }, (_, n) =>
      assign({ id: 'x', experiment: experiment({ holdout: 50, salt: 'again' }) }, whom(n)),
    );
    expect(first).not.toEqual(other);
    expect(assign({ id: 'x', experiment: undefined }, whom(1))).toEqual({
      by: 'user',
      heldOut: false,
      arm: null,
    });
  });
});
