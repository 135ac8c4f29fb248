import { describe, expect, it } from 'vitest';
import { isTimestamp, parseEvent } from './event.js';
import { describeProblems } from './problem.js';

const event = { id: 'e_1', event: 'doc.written', userId: 'u_1', timestamp: '2026-08-22T20:04:36+05:45' };

const faults = (change: object): string => {
  const parsed = parseEvent({ ...event, ...change });
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
};

describe('an event is taken whole or refused with a reason', () => {
  it('takes a bare activity record as a track event', () => {
    expect(parseEvent(event)).toEqual({ ok: true, value: { ...event, type: 'track' } });
  });

  it.each([
    [{ id: '' }, 'id: expected an id'],
    [{ id: 7 }, 'id: expected a text, got 7'],
    [{ id: 'x'.repeat(129) }, 'id: expected at most 128 characters'],
    [{ userId: 'a\u0000b' }, 'userId: expected an id without control characters'],
    [{ userId: undefined }, 'userId: expected a userId or an anonymousId, got neither'],
    [{ event: undefined }, 'event: expected the name of the event, got nothing'],
    [{ type: 'action' }, 'type: expected one of "track", "identify", "group", "page", "alias", got "action"'],
    [{ timestamp: 1724353476 }, 'timestamp: expected a text, got 1724353476'],
    [{ timestamp: '2026-08-22' }, 'timestamp: expected an ISO 8601 time with an offset'],
    [{ properties: [] }, 'properties: expected an object'],
    [{ seq: -1 }, 'seq:'],
    [{ seq: 1.5 }, 'seq: expected a whole number'],
  ])('%j → %s', (change, message) => {
    expect(faults(change)).toContain(message);
  });

  it.each([null, 7, 'x', [], undefined])('refuses %j as an event', (input) => {
    expect(parseEvent(input).ok).toBe(false);
  });

  it('refuses nesting without end', () => {
    let deep: object = {};
    for (let i = 0; i < 5_000; i++) deep = { deep };
    expect(faults({ properties: deep })).toContain('at most 10 levels');
  });

  it('drops keys it does not know and never takes a prototype from the wire', () => {
    const parsed = parseEvent(
      JSON.parse(
        '{"id":"e","event":"x","userId":"u","timestamp":"2026-01-01T00:00:00Z","__proto__":{"admin":true}}',
      ),
    );
    expect(parsed.ok && Object.keys(parsed.value)).toEqual(['id', 'type', 'event', 'userId', 'timestamp']);
    expect(parsed.ok && 'admin' in parsed.value).toBe(false);
  });
});

describe('a timestamp names a moment and a local day that exist', () => {
  it.each([
    '2026-02-28T23:59:59Z',
    '2024-02-29T00:00:00.123456+05:45',
    '2026-08-22T20:04:36-03:30',
    '2026-01-01T00:00:00+14:00',
  ])('%s', (text) => {
    expect(isTimestamp(text)).toBe(true);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00+15:00',
    '0000-01-01T00:00:00Z',
    ' 2026-01-01T00:00:00Z',
  ])('not %s', (text) => {
    expect(isTimestamp(text)).toBe(false);
  });
});
