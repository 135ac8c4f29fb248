import { addDays } from '@waymark/engine';

const MINUTE_MS = 60_000;

/** The day it is now where a time was written: `2026-08-22`. Without a time, in UTC. */
export function localDay(now: number, written: string | undefined): string {
  return new Date(now + offsetMinutes(written) * MINUTE_MS).toISOString().slice(0, 10);
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
