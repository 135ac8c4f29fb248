import type { Preferences } from '@waymark/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Board, createBoard } from './board.js';
import { shownTo } from './shown-person.js';
import type { StandingReads, VisibleStanding } from './standing-reads.js';

const COMPANY = 'acme';
const pseudonymOf = (_scope: string, companyId: string, userId: string) =>
  `${companyId}-${userId.length}~${userId.charCodeAt(0)}`;

interface Person {
  readonly shown: Preferences['ranking'];
  readonly points: number;
}

const userIds = ['ann', 'bob', 'cat', 'dan', 'eve'];
const choice = fc.constantFrom<Preferences['ranking']>('name', 'alias', 'hidden');

/** What people choose and earn one after the other; and at which of it somebody looks. */
const histories = fc.array(
  fc.record({
    userId: fc.constantFrom(...userIds),
    shown: choice,
    points: fc.integer({ min: 0, max: 4 }),
    isLooked: fc.boolean(),
  }),
  { maxLength: 8 },
);

/** People as the storage would tell of them: the hidden are in none of its answers. */
function readsOf(people: ReadonlyMap<string, Person>): StandingReads {
  const visible = (userId: string): VisibleStanding[] => {
    const person = people.get(userId);
    if (person === undefined || person.shown === 'hidden') return [];
    const key = person.shown === 'name' ? userId : pseudonymOf('company', COMPANY, userId);
    return [{ key, userId, points: person.points }];
  };
  return {
    async *all() {
      yield userIds.flatMap(visible);
    },
    of: async (members) => members.flatMap(([, userId]) => visible(userId)),
    keysOf: (companyId, userId) => [userId, pseudonymOf('company', companyId, userId)],
  };
}

type Boarding = (reads: StandingReads) => Board;

/** What comes to mind first: a place is taken anew under the name by which somebody goes now. */
const byPresentKey: Boarding = (reads) => createBoard({ ...reads, keysOf: (_, userId) => [userId] });

function hidesTheHidden(boarding: Boarding) {
  return fc.asyncProperty(histories, async (history) => {
    const people = new Map<string, Person>();
    const board = boarding(readsOf(people));
    for (const { userId, isLooked, ...person } of history) {
      people.set(userId, person);
      board.touch(COMPANY, userId);
      if (!isLooked) continue;
      const index = await board.ready();
      const placed = index.top(userIds.length + 1);
      const shown = placed.map(({ userId: key }) => {
        const id = board.userOf(key);
        const { shown = 'hidden' } = people.get(id) ?? {};
        return shownTo(
          { userId: id, name: `Name of ${id}`, shown, alias: null, role: null, region: null },
          COMPANY,
          pseudonymOf,
        );
      });
      const text = JSON.stringify([placed, shown]);
      const visible = [...people].filter(([, one]) => one.shown !== 'hidden');
      const rankOf = (points: number) => 1 + visible.filter(([, one]) => one.points > points).length;
      expect({
        places: new Map(placed.map(({ userId: key, rank }) => [board.userOf(key), rank])),
        given: [...people].filter(([id, one]) => one.shown !== 'name' && text.includes(`"${id}"`)),
      }).toEqual({
        places: new Map(visible.map(([id, { points }]) => [id, rankOf(points)])),
        given: [],
      });
    }
  });
}

describe('a board', () => {
  it('shows none who hide, counts none of them, and names nobody who goes by an alias, however they change their minds', async () => {
    await fc.assert(hidesTheHidden(createBoard), { numRuns: 10_000 });
  }, 60_000);

  it('that looks under the present name alone is caught by that', async () => {
    const found = await fc.check(hidesTheHidden(byPresentKey), { numRuns: 10_000, seed: 1 });
    expect(found.failed).toBe(true);
  });
});
