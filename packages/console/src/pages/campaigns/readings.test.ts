import type { GateView } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { en } from '../../words/en.js';
import { createFormat } from '../../words/format.js';
import { readingTexts } from './readings.js';

const format = createFormat('en');
const read = (gate: GateView['gate'], path: string, expected: unknown, actual: unknown, holds = true) =>
  readingTexts(gate, { path, expected, actual, holds }, en, format);

it.each([
  ['$role', 'administrator', 'member', false, 'role is administrator', 'member', false],
  ['$or[1].$not.$user.plan', 'pro', 'pro', true, 'not (user plan is pro)', 'pro', false],
  ['$not.$not.$audience(admins).$level', { $gte: 2 }, 4, true, 'level is at least 3', '5', true],
  ['$badge.shipper', { $exists: true }, undefined, false, 'badge shipper is there', 'nothing', false],
])(
  'says of %s what an audience asks for, with its denials',
  (path, expected, actual, raw, asked, has, holds) => {
    expect(read('audience', path, expected, actual, raw)).toEqual({ asked, has, holds });
  },
);

it.each<[GateView['gate'], string, unknown, unknown, string, string | null]>([
  ['status', 'status', 'live', 'paused', 'Live', 'Paused'],
  [
    'schedule',
    'schedule',
    { from: '2026-08-01' },
    '2026-08-22T20:04:36+08:00',
    'from 2026-08-01',
    'Aug 22, 2026, 20:04',
  ],
  ['trigger', 'event', { kind: 'event', event: 'ship' }, undefined, 'with the event ship', null],
  [
    'trigger',
    'push',
    { kind: 'push' },
    '2026-08-22T20:04:36+08:00',
    'when an operator sends it',
    'Aug 22, 2026, 20:04',
  ],
  ['experiment', 'experiment', '', { heldOut: true, arm: null }, 'not held out', 'Held out'],
  ['experiment', 'experiment', '', { heldOut: false, arm: 'b' }, 'not held out', 'arm b'],
  ['frequency', 'hello max', 'fewer than 3', 2, '3 times in all', '2'],
  ['frequency', 'hello per 7 days', 'fewer than 1', 0, '1 time in 7 days', '0'],
  ['frequency', 'hello every 20 hours', 'fewer than 1', 1, 'at most every 20 hours', '1'],
  ['frequency', 'dismissed', 'no rest', 'for ever', 'not put off', 'dismissed, for ever'],
  ['limits', 'calm user 3 in 24 hours', 'fewer than 3', 1, 'calm: 3 times in 24 hours, by person', '1'],
  ['slot', 'interrupt', 'free', 'other', 'nothing else interrupts', 'other'],
  ['slot', 'feed', 'free', 'free', 'room (feed)', null],
])('says at %s what is asked for by %s', (gate, path, expected, actual, asked, has) => {
  expect(read(gate, path, expected, actual, has === null)).toEqual({ asked, has, holds: has === null });
});
