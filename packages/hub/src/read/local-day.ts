import { addDays } from '@waymark/engine';

const MINUTE_MS = 60_000;
/** Milliseconds of a day. */
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The day it is now where a time was written: `2026-08-22`. Without a time, in UTC. */
export function localDay(now: number, written: string | undefined): string {
  return new Date(now + offsetMinutes(written) * MINUTE_MS).toISOString().slice(0, 10);
}

/** When the next day begins where a time was written, in milliseconds since 1970. */
export function nextDayAt(now: number, written: string | undefined): number {
  const offset = offsetMinutes(written) * MINUTE_MS;
  return (Math.floor((now + offset) / DAY_MS) + 1) * DAY_MS - offset;
}

/** The time it is now where a time was written, as it is written there: `2026-08-22T20:04:36+02:00`. */
export function localTime(now: number, written: string | undefined): string {
  const offset = /[+-]\d{2}:\d{2}$/.exec(written ?? '')?.[0] ?? 'Z';
  return `${new Date(now + offsetMinutes(written) * MINUTE_MS).toISOString().slice(0, 19)}${offset}`;
}

function offsetMinutes(written = ''): number {
  const match = /([+-])(\d{2}):(\d{2})$/.exec(written);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** So many days up to one, oldest first. */
export function daysUpTo(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(day, i + 1 - count));
}
