import { expect, it } from 'vitest';
import { en } from '../../words/en.js';
import { readingTexts } from './readings.js';

it('says what an audience asks for as it stands there, with its denials', () => {
  const of = (path: string, expected: unknown, holds: boolean, actual?: unknown) =>
    readingTexts('audience', { path, expected, actual, holds }, en);
  expect(of('$role', 'administrator', false, 'member')).toEqual({
    asked: 'role is administrator',
    has: 'member',
    holds: false,
  });
  expect(of('$or[1].$not.$user.plan', 'pro', true, 'pro')).toEqual({
    asked: 'not (user plan is pro)',
    has: 'pro',
    holds: false,
  });
  expect(of('$not.$not.$audience(admins).$level', { $gte: 2 }, true, 4)).toEqual({
    asked: 'level is at least 3',
    has: '5',
    holds: true,
  });
  expect(of('$badge.shipper', { $exists: true }, false).has).toBe('nothing');
});

it('says how a limit stands', () => {
  expect(
    readingTexts('limits', { path: 'calm user 3 in 24 hours', expected: 3, actual: 1, holds: true }, en),
  ).toEqual({ asked: 'calm user 3 in 24 hours: at most 3', has: '1', holds: true });
});
