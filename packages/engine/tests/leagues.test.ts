import type { Leagues } from '@waymark/contracts';
import {
  addDays,
  firstDayOf,
  isSettledAt,
  type Placement,
  type Player,
  periodAfter,
  placeInLeagues,
  settlesOn,
  windowKeys,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, FEWER } from './generated.js';

const leagues: Leagues = { window: 'week', names: ['Bronze', 'Silver', 'Gold'], size: 7, up: 2, down: 2 };

/** People of a few leagues with few different points, so that many are even; and the same in another order. */
const retold = fc
  .uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 60 }).map((n) => `acme\nu${n}`),
      league: fc.integer({ min: 0, max: 3 }),
      points: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 40, selector: ({ key }) => key },
  )
  .chain((players) =>
    fc.tuple(fc.constant(players), fc.shuffledSubarray(players, { minLength: players.length })),
  );

const byKey = (placements: readonly Placement[]) => [...placements].sort((a, b) => (a.key < b.key ? -1 : 1));

/** Lets the first ones of a list go up, as it happens to be sorted. */
function firstOnesGoUp(players: readonly Player[], period: string): Placement[] {
  const placed = placeInLeagues(players, period, leagues);
  const sorted = players.map(({ key }) => placed.find((one) => one.key === key) as Placement);
  sorted.sort((a, b) => a.league - b.league || a.group - b.group || b.points - a.points);
  let before: Placement | undefined;
  let position = 0;
  return sorted.map((one) => {
    position = before?.league === one.league && before.group === one.group ? position + 1 : 0;
    before = one;
    return { ...one, to: position < leagues.up ? one.league + 1 : one.league };
  });
}

function orderChangesNothing(place: (players: readonly Player[], period: string) => Placement[]) {
  return fc.property(retold, ([players, others]) => {
    expect(byKey(place(others, '2026-W34'))).toEqual(byKey(place(players, '2026-W34')));
  });
}

describe('leagues', () => {
  it('are the same whatever order people come in', () => {
    fc.assert(
      orderChangesNothing((players, period) => placeInLeagues(players, period, leagues)),
      FEWER,
    );
  });

  it('whose places are those of a sorted list are caught by that', () => {
    expect(fc.check(orderChangesNothing(firstOnesGoUp), CAUGHT).failed).toBe(true);
  });

  it('place everybody once, in groups of nearly one size, and move nobody by more than one', () => {
    fc.assert(
      fc.property(retold, ([players]) => {
        const placed = placeInLeagues(players, '2026-W34', leagues);
        expect(byKey(placed).map(({ key }) => key)).toEqual(players.map(({ key }) => key).sort());
        for (const { league } of placed) {
          const its = placed.filter((one) => one.league === league);
          const sizes = [...new Set(its.map(({ group }) => its.filter((one) => one.group === group).length))];
          expect(Math.max(...sizes)).toBeLessThanOrEqual(leagues.size);
          if (its.length >= 3) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
        for (const { league, to, isFew } of placed) {
          expect(to).toBeGreaterThanOrEqual(Math.max(0, league - 1));
          expect(to).toBeLessThanOrEqual(Math.min(2, isFew ? league : league + 1));
        }
      }),
      FEWER,
    );
  });

  it('treat even points alike, and nobody worse than somebody with less', () => {
    fc.assert(
      fc.property(retold, ([players]) => {
        const placed = placeInLeagues(players, '2026-W34', leagues);
        for (const one of placed) {
          const group = placed.filter(({ league, group }) => league === one.league && group === one.group);
          expect(one.people).toBe(group.length);
          expect(one.rank).toBe(1 + group.filter(({ points }) => points > one.points).length);
          for (const other of group) {
            if (other.points === one.points) expect(other.to).toBe(one.to);
            if (other.points < one.points) expect(other.to).toBeLessThanOrEqual(one.to);
          }
        }
      }),
      FEWER,
    );
  });

  it('let two of seven go up and two go down, of three one each, and let a league of two go down', () => {
    const people = (count: number, league: number) =>
      Array.from({ length: count }, (_, i) => ({ key: `u${i}`, league, points: count - i }));
    const moves = (count: number, league: number) =>
      byKey(placeInLeagues(people(count, league), '2026-W34', leagues)).map(({ to }) => to - league);
    expect(moves(7, 1)).toEqual([1, 1, 0, 0, 0, -1, -1]);
    expect(moves(3, 1)).toEqual([1, 0, -1]);
    expect(moves(2, 1)).toEqual([-1, -1]);
    expect(moves(7, 0)).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect(moves(7, 2)).toEqual([0, 0, 0, 0, 0, -1, -1]);
  });

  it('draw other groups in another window', () => {
    const people = Array.from({ length: 14 }, (_, i) => ({ key: `u${i}`, league: 0, points: 1 }));
    const groups = (period: string) =>
      byKey(placeInLeagues(people, period, leagues)).map(({ group }) => group);
    expect(groups('2026-W34')).not.toEqual(groups('2026-W35'));
  });

  it('have windows that follow one another, and are settled when the last time zone is seven days on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('2000-01-03', days);
        const { week, month } = windowKeys(day);
        for (const [period, next] of [
          [week, windowKeys(addDays(day, 7)).week],
          [month, windowKeys(addDays(`${month}-28`, 7)).month],
        ] as const) {
          expect(periodAfter(period)).toBe(next);
          expect(periodAfter(next, -1)).toBe(period);
          expect(firstDayOf(period) <= day && day < firstDayOf(next)).toBe(true);
          expect(settlesOn(period)).toBe(addDays(firstDayOf(next), 7));
        }
      }),
      FEWER,
    );
    expect(isSettledAt('2026-W53', Date.parse('2027-01-11T11:59:59Z'))).toBe(false);
    expect(isSettledAt('2026-W53', Date.parse('2027-01-11T12:00:00Z'))).toBe(true);
  });
});
