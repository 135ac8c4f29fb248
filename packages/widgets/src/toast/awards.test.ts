import type { Snapshot } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { snapshot } from '../../fixtures/snapshot.js';
import { awardsBetween } from './awards.js';

const earn = (of: Snapshot, id: string): Snapshot => ({
  ...of,
  badges: of.badges.map((badge) =>
    badge.id === id
      ? { ...badge, tiers: badge.tiers.map((tier) => ({ ...tier, earnedAt: '2026-08-22T15:00:00Z' })) }
      : badge,
  ),
});
const finish = (of: Snapshot, id: string): Snapshot => ({
  ...of,
  quests: of.quests.map((quest) => (quest.id === id ? { ...quest, state: 'done' } : quest)),
});

it('finds what was won, a level before quests and badges', () => {
  const after = finish(earn({ ...snapshot, level: 4 }, 'shipper'), 'first-release');
  expect(awardsBetween(snapshot, after)).toMatchObject([
    { kind: 'level', level: 4 },
    { kind: 'quest', id: 'first-release' },
    { kind: 'badge', id: 'shipper gold', tier: 'gold' },
  ]);
});

it('counts points, a correction downwards and what was won before as nothing', () => {
  expect(awardsBetween(snapshot, { ...snapshot, growth: 1_300 })).toEqual([]);
  expect(awardsBetween({ ...snapshot, level: 4 }, snapshot)).toEqual([]);
  expect(awardsBetween(earn(snapshot, 'shipper'), snapshot)).toEqual([]);
});

it('says nothing of a badge that is withheld, and nothing when it is back', () => {
  const held = earn(snapshot, 'shipper');
  const withheld: Snapshot = {
    ...held,
    badges: held.badges.map((badge) => ({
      ...badge,
      tiers: badge.tiers.map(({ earnedAt, ...tier }) =>
        earnedAt === null ? { ...tier, earnedAt } : { ...tier, earnedAt: null, withheld: earnedAt },
      ),
    })),
  };
  expect(awardsBetween(held, withheld)).toEqual([]);
  expect(awardsBetween(withheld, held)).toEqual([]);
});

it('takes another person, or the same in another company, for somebody new', () => {
  const after = earn(snapshot, 'shipper');
  expect(awardsBetween({ ...snapshot, user: { id: 'other', name: '' } }, after)).toEqual([]);
  expect(awardsBetween({ ...snapshot, company: { id: 'other', name: '' } }, after)).toEqual([]);
});

it('says nothing of a badge or a quest that came with a new playbook', () => {
  const before = { ...snapshot, badges: [], quests: [] };
  expect(awardsBetween(before, snapshot)).toEqual([]);
});
