/*
 * Days are texts (`2026-08-22`) and numbers (days since 1970-01-01) in the proleptic Gregorian calendar, by integer
 * arithmetic alone: no clock, no time zone. After https://howardhinnant.github.io/date_algorithms.html, and from numbers
 * by the centuries of https://arxiv.org/abs/2102.06959: 146,097 days in four of them, 1,461 in four years.
 */

const EPOCH_OFFSET = 719_468;

/** Days since 1970-01-01 of a day like `2026-08-22`. */
export function dayNumber(day: string): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return year * 365 + leaps + dayOfYear - EPOCH_OFFSET;
}

/** The day with this many days since 1970-01-01: the inverse of {@link dayNumber}. */
export function dayText(number: number): string {
  const shifted = number + EPOCH_OFFSET;
  const century = Math.floor((4 * shifted + 3) / 146_097);
  const dayOfCentury = shifted - Math.floor((146_097 * century) / 4);
  const yearOfCentury = Math.floor((4 * dayOfCentury + 3) / 1_461);
  const dayOfYear = dayOfCentury - Math.floor((1_461 * yearOfCentury) / 4);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = 100 * century + yearOfCentury + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** The number of the month that a day, or a month like `2026-08`, is in; months follow each other as numbers do. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The month with this number, `2026-08`: the inverse of {@link monthNumber}. */
export function monthText(number: number): string {
  return `${padded(Math.floor(number / 12), 4)}-${padded((number % 12) + 1, 2)}`;
}

/** The last day of the month with this number. */
export function lastDayOfMonth(number: number): string {
  return addDays(`${monthText(number + 1)}-01`, -1);
}

/** The Thursday of a day's ISO week: the week belongs to its month and year. */
export function thursdayOf(day: string): string {
  return addDays(day, 4 - weekdayOf(day));
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: string): number {
  return weekdayOfNumber(dayNumber(day));
}

/** The day of the week of a day by its number: day 0 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week of a Thursday, with the ISO year: `2025-W01`. */
export function weekOfThursday(thursday: string): string {
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${padded(week, 2)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
