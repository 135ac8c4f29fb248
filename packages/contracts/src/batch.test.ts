import { describe, expect, it } from 'vitest';
import { BATCH_EVENTS_LIMIT, parseBatch } from './batch.js';
import { describeProblems } from './problem.js';

const faults = (input: unknown): string => {
  const parsed = parseBatch(input);
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
};

describe('the envelope of a batch', () => {
  it('leaves its events unchecked, so that one bad event spoils no other', () => {
    expect(parseBatch({ key: 'pk', events: [null, { id: 3 }] })).toEqual({
      ok: true,
      value: { key: 'pk', events: [null, { id: 3 }] },
    });
  });

  it.each([
    [{ events: [] }, 'key: expected a value, got nothing'],
    [{ key: 'pk' }, 'events: expected a value, got nothing'],
    [{ key: 'pk', events: {} }, 'events: expected a list, got {}'],
    [{ key: 'pk', events: Array(BATCH_EVENTS_LIMIT + 1).fill(0) }, 'events: expected at most 1000 events'],
    [{ key: 'pk', events: [], dropped: { expired: -1 } }, 'dropped.expired:'],
    ['text', 'expected an object, got "text"'],
    [null, 'expected an object, got null'],
  ])('case %#', (input, message) => {
    expect(faults(input)).toContain(message);
  });
});
