import { describe, expect, it } from 'vitest';
import { daysUpTo, localDay, nextDayAt } from './local-day.js';

describe('the local day', () => {
  const now = Date.parse('2026-08-31T22:30:00Z');
  it.each([
    [undefined, '2026-08-31'],
    ['2026-08-22T10:00:00Z', '2026-08-31'],
    ['2026-08-22T10:00:00+02:00', '2026-09-01'],
    ['2026-08-22T10:00:00+05:45', '2026-09-01'],
    ['2026-08-22T10:00:00-03:30', '2026-08-31'],
  ])('where a time was written as %s it is %s', (written, day) => {
    expect(localDay(now, written)).toBe(day);
  });
  it.each([
    [undefined, '2026-09-01T00:00:00Z'],
    ['2026-08-22T10:00:00+02:00', '2026-09-01T22:00:00Z'],
    ['2026-08-22T10:00:00-03:30', '2026-09-01T03:30:00Z'],
  ])('where a time was written as %s the next one begins at %s', (written, at) => {
    expect(nextDayAt(now, written)).toBe(Date.parse(at));
    expect(localDay(Date.parse(at) - 1, written)).not.toBe(localDay(Date.parse(at), written));
  });
  it('has days before it', () => {
    expect(daysUpTo('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});
