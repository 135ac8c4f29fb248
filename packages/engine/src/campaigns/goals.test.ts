import { describe, expect, it } from 'vitest';
import { impressionOn, parsedCampaign } from '../../tests/people.js';
import { stampFact } from '../fact.js';
import { goalCounts } from './goals.js';
import type { Impression } from './impression.js';

const campaign = (by: 'user' | 'company' = 'user') =>
  parsedCampaign('hello', {
    goal: { event: 'share', where: { rows: { $gte: 3 } }, days: 7 },
    experiment: {
      by,
      holdout: 20,
      arms: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 1 },
      ],
    },
  });
const entry = (userId: string, at: string, parts: Partial<Impression> = {}) =>
  impressionOn('hello', at, { kind: 'entered', arm: 'a', userId, ...parts });
const shared = (userId: string, timestamp: string, rows = 3, companyId = 'acme') =>
  stampFact(
    { id: `${userId}${timestamp}`, type: 'track', event: 'share', userId, timestamp, properties: { rows } },
    { companyId, role: null },
  );
const NOW = '2026-03-20T00:00:00Z';

describe('goals', () => {
  const entries = [
    entry('ada', '2026-03-01T10:00:00Z'),
    entry('bob', '2026-03-01T10:00:00Z', { arm: 'b' }),
    entry('cat', '2026-03-01T10:00:00Z', { kind: 'held_out' }),
    entry('dan', '2026-03-01T10:00:00Z', { kind: 'held_out' }),
    entry('eve', '2026-03-01T10:00:00Z', { campaignId: 'other' }),
    entry('fay', '2026-03-18T10:00:00Z'),
  ];

  it('count from the log those whose time is over, group by group', () => {
    const facts = [
      shared('ada', '2026-03-08T10:00:00Z'),
      shared('bob', '2026-03-08T10:00:01Z'),
      shared('cat', '2026-03-01T09:59:59Z'),
      shared('dan', '2026-03-02T10:00:00Z'),
      shared('dan', '2026-03-02T10:00:00Z'),
      shared('fay', '2026-03-18T11:00:00Z'),
    ];
    const counts = [
      { group: 'holdout', entered: 2, reached: 1 },
      { group: { arm: 'a' }, entered: 1, reached: 1 },
      { group: { arm: 'b' }, entered: 1, reached: 0 },
    ];
    expect(goalCounts(campaign(), entries, facts, NOW)).toEqual(counts);
    expect(goalCounts(campaign(), [...entries].reverse(), [...facts].reverse(), NOW)).toEqual(counts);
  });

  it('take what the event has to be', () => {
    const [held] = goalCounts(campaign(), entries, [shared('dan', '2026-03-02T10:00:00Z', 2)], NOW);
    expect(held).toMatchObject({ group: 'holdout', reached: 0 });
  });

  it('leave everybody in the first group that the log has them in', () => {
    const twice = [entry('ada', '2026-03-02T10:00:00Z', { kind: 'held_out' }), entries[0] as Impression];
    expect(goalCounts(campaign(), twice, [], NOW)).toEqual([{ group: { arm: 'a' }, entered: 1, reached: 0 }]);
  });

  it('count companies where those were assigned', () => {
    const colleagues = [entry('ada', '2026-03-01T10:00:00Z'), entry('bob', '2026-03-03T10:00:00Z')];
    const counts = goalCounts(campaign('company'), colleagues, [shared('cat', '2026-03-04T10:00:00Z')], NOW);
    expect(counts).toEqual([{ group: { arm: 'a' }, entered: 1, reached: 1 }]);
  });

  it('are none without a goal', () => {
    expect(goalCounts(parsedCampaign('hello'), entries, [], NOW)).toEqual([]);
  });
});
