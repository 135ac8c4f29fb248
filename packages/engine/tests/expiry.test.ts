import type { Cells, Playbook } from '@waymark/contracts';
import {
  addDays,
  apply,
  canonicalCells,
  type Fact,
  growthOf,
  growthOn,
  lapsingOn,
  levelAt,
  levelOn,
  stampFact,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, playbookOf, programOf } from './folding.js';
import { CAUGHT, expiries, FEWER, RUNS } from './generated.js';

const LEVELS = [0, 30, 60, 100];
const MONTHS = 16;

type Expiry = NonNullable<Playbook['expiry']>;

/** What was earned in which of so many months around two new years. */
const earnings = fc.array(fc.record({ month: fc.nat(MONTHS - 1), points: fc.integer({ min: 1, max: 70 }) }), {
  maxLength: 10,
});

/** The same, and once more in another order with some of it told again. */
const retold = earnings.chain((earned) => {
  const facts = earned.map(factOf);
  return fc
    .tuple(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.subarray(facts))
    .map(([order, again]) => ({ earned, facts, others: [...order, ...again] }));
});

const lapsing = new Map<string, Playbook>();

/** There are few expiries that differ: each has one playbook. */
function playbookWith(expiry: Expiry | undefined): Playbook {
  const key = JSON.stringify(expiry);
  const known = lapsing.get(key);
  if (known !== undefined) return known;
  const rule = { id: 'r', name: 'R', event: 'earn', points: 1, outcome: 'value' };
  const fresh = playbookOf({
    rules: [{ ...rule, measure: { kind: 'sum', of: 'n' } }],
    levels: LEVELS.map((at) => ({ at, title: `At ${at}` })),
    ...(expiry && { expiry }),
  });
  lapsing.set(key, fresh);
  return fresh;
}

/** The first day of a month counted from November 2024. */
function firstOf(month: number): string {
  return new Date(Date.UTC(2024, 10 + month, 1)).toISOString().slice(0, 10);
}

function factOf({ month, points }: { month: number; points: number }, i: number): Fact {
  return stampFact(
    {
      id: `e${i}`,
      type: 'track',
      event: 'earn',
      userId: 'ada',
      timestamp: `${addDays(firstOf(month), (i * 9) % 28)}T12:00:00Z`,
      properties: { n: points },
    },
    { companyId: '', role: null },
  );
}

/** The points of the months that count in a month, added up from what was earned. */
function counting(earned: readonly { month: number; points: number }[], month: number, months: number) {
  return earned.reduce(
    (sum, one) => (one.month <= month && one.month >= month - months ? sum + one.points : sum),
    0,
  );
}

/** Every level, on the last day of each month after all was earned. */
function later(playbook: Playbook, cells: Cells, count = 14): number[] {
  return Array.from({ length: count }, (_, i) => levelOn(cells, addDays(firstOf(MONTHS + i), -1), playbook));
}

/** Keeps a level as many systems do: written down when something comes, and looked at again when something comes. */
function storedLevel(expiry: Expiry, facts: readonly Fact[], day: string): number {
  let cells: Cells = {};
  let stored = 0;
  const playbook = playbookWith(expiry);
  const program = programOf(playbook);
  const seen = new Set<string>();
  for (const fact of facts) {
    if (seen.has(fact.id)) continue;
    seen.add(fact.id);
    cells = apply(cells, fact, program).state;
    const earned = levelAt(playbook.levels, growthOn(cells, fact.day, playbook));
    stored = Math.max(earned, stored - (earned < stored ? 1 : 0));
  }
  return day === '' ? 0 : stored;
}

function orderChangesNothing(level: (expiry: Expiry, facts: readonly Fact[], day: string) => number) {
  return fc.property(expiries, retold, fc.nat(30), (expiry, { facts, others }, month) => {
    const day = firstOf(MONTHS + month);
    expect(level(expiry, others, day)).toBe(level(expiry, facts, day));
  });
}

describe('a level that can lapse', () => {
  it('is the same on every day in whatever order, and however often, the facts came', () => {
    const pure = (expiry: Expiry, facts: readonly Fact[], day: string) => {
      const playbook = playbookWith(expiry);
      return levelOn(cellsOf(playbook, facts), day, playbook);
    };
    fc.assert(orderChangesNothing(pure), RUNS);
    fc.assert(
      fc.property(expiries, retold, (expiry, { facts, others }) => {
        const playbook = playbookWith(expiry);
        expect(canonicalCells(cellsOf(playbook, others))).toBe(canonicalCells(cellsOf(playbook, facts)));
      }),
      FEWER,
    );
  });

  it('that is written down when something comes is caught by that', () => {
    expect(fc.check(orderChangesNothing(storedLevel), CAUGHT).failed).toBe(true);
  });

  it('never falls without an expiry, nor where demotion is never', () => {
    fc.assert(
      fc.property(fc.option(expiries, { nil: undefined }), earnings, (drawn, earned) => {
        const playbook = playbookWith(drawn && { ...drawn, demotion: 'never' });
        const cells = cellsOf(playbook, earned.map(factOf));
        const levels = later(playbook, cells);
        expect(levels).toEqual([...levels].sort());
        if (drawn === undefined) expect(growthOn(cells, firstOf(99), playbook)).toBe(growthOf(cells));
      }),
      FEWER,
    );
  });

  it('is worn to the end of the grace after the month in which its growth lapsed', () => {
    fc.assert(
      fc.property(expiries, earnings, fc.nat(14), (expiry, earned, ahead) => {
        const playbook = playbookWith(expiry);
        const cells = cellsOf(playbook, earned.map(factOf));
        const month = MONTHS - 1 + ahead;
        const level = levelOn(cells, firstOf(month), playbook);
        for (let back = 0; back <= (expiry.grace?.months ?? 0); back++) {
          const growth = counting(earned, month - back, expiry.months);
          expect(level).toBeGreaterThanOrEqual(levelAt(playbook.levels, growth));
        }
      }),
      FEWER,
    );
  });

  it('is never lower for more points, and with one-level falls by one at a time', () => {
    fc.assert(
      fc.property(expiries, earnings, earnings, (expiry, earned, more) => {
        const playbook = playbookWith(expiry);
        const less = later(playbook, cellsOf(playbook, earned.map(factOf)));
        const most = later(playbook, cellsOf(playbook, [...earned, ...more].map(factOf)));
        most.forEach((level, i) => {
          expect(level).toBeGreaterThanOrEqual(less[i] ?? 0);
          if (expiry.demotion === 'one-level' && i > 0)
            expect(level).toBeGreaterThanOrEqual((most[i - 1] ?? 0) - 1);
        });
      }),
      FEWER,
    );
  });

  it('counts the growth of the months that count, and of all of it nothing is lost', () => {
    fc.assert(
      fc.property(expiries, earnings, fc.nat(14), (expiry, earned, ahead) => {
        const playbook = playbookWith(expiry);
        const cells = cellsOf(playbook, earned.map(factOf));
        const month = MONTHS - 1 + ahead;
        expect(growthOn(cells, firstOf(month), playbook)).toBe(counting(earned, month, expiry.months));
        expect(growthOf(cells)).toBe(counting(earned, month, 99));
      }),
      FEWER,
    );
  });

  it('is kept by the points that are said to keep it, by no fewer, and until the day that is said', () => {
    fc.assert(
      fc.property(expiries, earnings, fc.nat(14), (expiry, earned, ahead) => {
        const playbook = playbookWith(expiry);
        const month = MONTHS - 1 + ahead;
        const day = firstOf(month);
        const withMore = (points: number, when: number) =>
          cellsOf(playbook, [...earned, { month: when, points }].map(factOf));
        const cells = cellsOf(playbook, earned.map(factOf));
        const lapsing = lapsingOn(cells, day, playbook);
        if (lapsing?.points) {
          const { points, on } = lapsing.points;
          const before = growthOn(cells, on, playbook);
          expect(growthOn(cells, addDays(on, 1), playbook)).toBe(before - points);
          expect(before).toBe(growthOn(cells, day, playbook));
        }
        if (!lapsing?.level) return;
        const { level, on, more } = lapsing.level;
        expect(level).toBe(levelOn(cells, day, playbook));
        expect(levelOn(cells, on, playbook)).toBe(level);
        expect(levelOn(cells, addDays(on, 1), playbook)).toBeLessThan(level);
        if (more === null) return;
        const last =
          Array.from({ length: 6 }, (_, i) => month + i).find((of) => firstOf(of + 1) > on) ?? month;
        const after = (points: number) =>
          [month, last].map((when) => levelOn(withMore(points, when), addDays(on, 1), playbook));
        expect(Math.min(...after(more))).toBeGreaterThanOrEqual(level);
        if (more > 1) expect(Math.min(...after(more - 1))).toBeLessThan(level);
      }),
      FEWER,
    );
  });
});
