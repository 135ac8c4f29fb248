import type { Lifecycle } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { campaignPlaybook } from '../../tests/people.js';
import { standIn } from './lifecycle.js';

const node = { id: 'shared', name: 'Shared', event: 'share', at: 2, by: 3 };
const kept = { id: 'kept', name: 'Kept', event: 'share', by: 2, keep: { days: 2 } };
const [lifecycle] = campaignPlaybook([], {
  lifecycles: [
    {
      id: 'first',
      name: 'First',
      of: 'company',
      timeline: { days: 10 },
      stages: [
        { id: 'new', name: 'New', from: { day: 0 }, nodes: [node, kept] },
        { id: 'settling', name: 'Settling', from: { day: 4 } },
        { id: 'small', name: 'Small', from: { level: 0 } },
        { id: 'great', name: 'Great', from: { level: 2 } },
      ],
    },
  ],
}).lifecycles as [Lifecycle];

const standing = (today: string, days: Record<string, number> = {}, level = 0) =>
  standIn(lifecycle, { since: '2026-03-01', level, events: { share: days } }, today);
const nodeOf = (id: string, today: string, days: Record<string, number>) => {
  const found = standing(today, days).nodes.find(({ nodeId }) => nodeId === id);
  return [found?.state, ...(found?.changes ?? []).map(({ change, on }) => `${change} ${on.slice(8)}`)];
};

describe('stages', () => {
  it.each([
    ['2026-03-01', 5, 'new'],
    ['2026-03-04', 5, 'new'],
    ['2026-03-05', 5, 'settling'],
    ['2026-03-10', 5, 'settling'],
    ['2026-03-11', 0, 'small'],
    ['2026-03-11', 1, 'small'],
    ['2026-03-11', 2, 'great'],
    ['2026-02-20', 0, 'new'],
  ])('on %s at level %i it is in %s', (today, level, stageId) => {
    expect(standing(today, {}, level).stageId).toBe(stageId);
  });
});

describe('nodes', () => {
  it.each<[string, Record<string, number>, string[]]>([
    ['2026-03-04', {}, ['open']],
    ['2026-03-05', {}, ['missed', 'missed 05']],
    ['2026-03-04', { '2026-03-02': 1 }, ['open']],
    ['2026-03-04', { '2026-03-02': 1, '2026-03-04': 1 }, ['reached', 'reached 04']],
    ['2026-03-03', { '2026-03-02': 1, '2026-03-04': 1 }, ['open']],
    ['2026-03-09', { '2026-03-02': 1, '2026-03-07': 1 }, ['reached', 'missed 05', 'reached 07']],
    ['2026-03-09', { '2026-02-02': 2 }, ['reached', 'reached 01']],
    ['2026-03-09', { '2026-03-05': 0, '2026-03-02': 2 }, ['reached', 'reached 02']],
  ])('to be reached: on %s with %j', (today, days, expected) => {
    expect(nodeOf('shared', today, days)).toEqual(expected);
  });

  it.each<[string, Record<string, number>, string[]]>([
    ['2026-03-04', { '2026-03-02': 1 }, ['reached', 'reached 02']],
    ['2026-03-05', { '2026-03-02': 1 }, ['left', 'reached 02', 'left 05']],
    [
      '2026-03-09',
      { '2026-03-02': 1, '2026-03-05': 1 },
      ['left', 'reached 02', 'left 05', 'reached 05', 'left 08'],
    ],
    ['2026-03-06', { '2026-03-02': 1, '2026-03-04': 1 }, ['reached', 'reached 02']],
    ['2026-03-06', { '2026-02-02': 1, '2026-02-04': 1 }, ['left', 'reached 01', 'left 04']],
  ])('to be kept: on %s with %j', (today, days, expected) => {
    expect(nodeOf('kept', today, days)).toEqual(expected);
  });
});
