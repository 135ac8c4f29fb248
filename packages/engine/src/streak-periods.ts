import type { Streak } from '@waymark/contracts';
import { dayNumber, dayText, monthNumber, monthText, weekdayOfNumber } from './calendar.js';

/** The periods of a streak as whole numbers, one after the other. */
export interface Periods {
  /** The period that a local day is in. */
  of(day: string): number;
  /** Its first local day. */
  firstDay(period: number): string;
  /** The month whose freezes forgive it; a week's is that of its Thursday. */
  monthOf(period: number): string;
  /** Whether nobody works in it: nothing counts, and nothing is missed. */
  isOff(period: number): boolean;
  /** Whether a leave of these days, by their numbers, takes all of it: nothing is missed, and what is done counts. */
  isPaused(period: number, isDayPaused: (day: number) => boolean): boolean;
}

const WEEKEND = [6, 7];

/** Numbers the periods of a streak's unit. */
export function periodsOf({ unit, weekend = WEEKEND, holidays = [] }: Streak): Periods {
  if (unit === 'week') {
    // Day 0 was a Thursday: three days on, weeks begin with multiples of seven.
    const monday = (week: number) => week * 7 - 3;
    return {
      of: (day) => Math.floor((dayNumber(day) + 3) / 7),
      firstDay: (week) => dayText(monday(week)),
      monthOf: (week) => dayText(monday(week) + 3).slice(0, 7),
      isOff: () => false,
      isPaused: (week, isDayPaused) => weekdaysWithin(monday(week), monday(week + 1)).every(isDayPaused),
    };
  }
  if (unit === 'month') {
    return {
      of: monthNumber,
      firstDay: (month) => `${monthText(month)}-01`,
      monthOf: monthText,
      isOff: () => false,
      isPaused: (month, isDayPaused) =>
        weekdaysWithin(dayNumber(`${monthText(month)}-01`), dayNumber(`${monthText(month + 1)}-01`)).every(
          isDayPaused,
        ),
    };
  }
  const off = new Set(unit === 'workday' ? holidays.map(dayNumber) : []);
  const free = new Set(unit === 'workday' ? weekend : []);
  return {
    of: dayNumber,
    firstDay: dayText,
    monthOf: (day) => dayText(day).slice(0, 7),
    isOff: (day) => off.has(day) || free.has(weekdayOfNumber(day)),
    isPaused: (day, isDayPaused) => isDayPaused(day),
  };
}

/** A leave is written down from Monday to Friday: the weekend need not be in it. */
function weekdaysWithin(from: number, before: number): number[] {
  return Array.from({ length: before - from }, (_, i) => from + i).filter(
    (day) => !WEEKEND.includes(weekdayOfNumber(day)),
  );
}
