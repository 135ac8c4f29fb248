import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST, outcomeOf, waitOf } from './decision.js';

test.each([
  [0, 'retry'],
  [100, 'retry'],
  [200, 'done'],
  [202, 'done'],
  [204, 'done'],
  [299, 'done'],
  [301, 'paused'],
  [308, 'paused'],
  [400, 'split'],
  [401, 'paused'],
  [402, 'paused'],
  [403, 'paused'],
  [404, 'paused'],
  [405, 'paused'],
  [408, 'retry'],
  [410, 'paused'],
  [413, 'split'],
  [415, 'paused'],
  [422, 'split'],
  [429, 'retry'],
  [500, 'retry'],
  [502, 'retry'],
  [503, 'retry'],
  [599, 'retry'],
] as const)('%i is %s', (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome);
});

test('Retry-After is kept to, in seconds and as a date, but never for longer than a day', () => {
  expect(waitOf('retry', 1, '7')).toBe(7_000);
  const date = new Date(Date.now() + 90_000).toUTCString();
  expect(waitOf('retry', 1, date)).toBeGreaterThan(80_000);
  expect(waitOf('retry', 1, '99999999')).toBe(LONGEST);
});

test('without it, or with nonsense, the wait is jittered, grows and stays under five minutes; a pause is a minute more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.constantFrom(null, '', '-3', '0', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT'),
      (failures, header) => {
        const wait = waitOf('retry', failures, header);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(300_000, 1_000 * 2 ** failures));
        expect(waitOf('paused', failures, header)).toBeGreaterThanOrEqual(60_000);
      },
    ),
  );
});
