import { addDays, spansOf, windowKeys } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, RUNS } from './generated.js';

const DAY = 86_400_000;
const FIRST = Date.UTC(1970, 0, 1) - 200 * 365 * DAY;
const days = fc.integer({ min: 0, max: 600 * 365 }).map((n) => FIRST + n * DAY);

/** The ISO week by another road: walk to the week that holds 4 January, and count from there. */
function isoWeek(time: number): string {
  const mondayOf = (moment: number) => moment - ((new Date(moment).getUTCDay() + 6) % 7) * DAY;
  const calendarYear = new Date(time).getUTCFullYear();
  for (const year of [calendarYear + 1, calendarYear, calendarYear - 1]) {
    const first = mondayOf(Date.UTC(year, 0, 4));
    if (time < first) continue;
    return `${year}-W${String(Math.floor((time - first) / (7 * DAY)) + 1).padStart(2, '0')}`;
  }
  throw new Error('Expected a week to hold every day.');
}

/** The mistake seen most: the right week with the calendar's year. */
function calendarYearWeek(time: number): string {
  return `${new Date(time).getUTCFullYear()}-${isoWeek(time).slice(5)}`;
}

function agreesWith(weekOf: (time: number) => string) {
  return fc.property(days, (time) => {
    expect(windowKeys(textOf(time)).week).toBe(weekOf(time));
  });
}

function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

describe('the calendar', () => {
  it('names ISO weeks as an independent count does', () => {
    fc.assert(agreesWith(isoWeek), RUNS);
  });

  it('does so on every day around every new year of six centuries', () => {
    for (let year = 1770; year < 2370; year++) {
      for (let day = 25; day < 40; day++) {
        const time = Date.UTC(year, 11, day);
        expect(windowKeys(textOf(time)).week).toBe(isoWeek(time));
      }
    }
  });

  it('weeks with the calendar year are caught by that', () => {
    expect(fc.check(agreesWith(calendarYearWeek), CAUGHT).failed).toBe(true);
  });

  it('adds days as Date does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (time, n) => {
        expect(addDays(textOf(time), n)).toBe(textOf(time + n * DAY));
      }),
      RUNS,
    );
  });

  it('keeps the buckets of a day in at most three spans, the week with its Thursday', () => {
    fc.assert(
      fc.property(days, (time) => {
        const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
        const expected = new Set(['all', textOf(time).slice(0, 7), textOf(monday + 3 * DAY).slice(0, 7)]);
        expect(new Set(spansOf(textOf(time)))).toEqual(expected);
      }),
      RUNS,
    );
  });
});
