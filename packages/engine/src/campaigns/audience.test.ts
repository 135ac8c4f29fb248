import type { AudienceCondition } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { campaignPlaybook, impressionOn, profileOf } from '../../tests/people.js';
import { compileAudience } from './audience.js';
import { seenBy } from './impression.js';
import type { Profile } from './profile.js';

const profile = profileOf({
  role: 'administrator',
  userTraits: { plan: 'pro', address: { city: 'Ulm' } },
  companyTraits: { seats: 12, plan: 'free' },
  timeZone: 'Europe/Berlin',
  languages: ['de-DE', 'en'],
  growth: 120,
  level: 2,
  companyGrowth: 900,
  companyLevel: 4,
  badges: { shipper: 'silver' },
  events: {
    user: { share: { '2026-03-01': 2, '2026-03-07': 1 } },
    company: { share: { '2026-03-01': 5 }, 'share {"rows":{"$gte":3}}': { '2026-03-07': 4 } },
  },
  diagnosis: {
    companyId: 'acme',
    level: 4,
    among: 9,
    percentiles: { activation: 80, breadth: 20, depth: 50, stickiness: 50, momentum: 50 },
    weakest: 'breadth',
  },
});
const standings = new Map([
  [
    'first',
    {
      stageId: 'trial',
      nodes: [{ nodeId: 'shared', state: 'missed' as const, due: '2026-03-03', changes: [] }],
    },
  ],
]);
const { audiences = [] } = campaignPlaybook([], {
  audiences: [
    { id: 'admins', name: 'Admins', when: { $role: 'administrator' } },
    { id: 'grown', name: 'Grown', when: { $audience: 'admins', $level: { $gte: 2 } } },
  ],
});

function ask(when: AudienceCondition, parts: Partial<Profile> = {}) {
  const seen = seenBy('ada', 'acme', [
    impressionOn('hello', '2026-03-01T10:00:00Z'),
    impressionOn('hello', '2026-03-02T10:00:00Z', { kind: 'dismissed' }),
    impressionOn('hello', '2026-03-03T10:00:00Z'),
  ]);
  const subject = { profile: { ...profile, ...parts }, today: '2026-03-07', standings, seen };
  return compileAudience(when, audiences)(subject);
}

describe('an audience', () => {
  it.each<[AudienceCondition, boolean]>([
    [{}, true],
    [{ $userId: 'ada', $companyId: 'acme', $role: 'administrator' }, true],
    [{ '$user.plan': 'pro', '$company.plan': 'free', '$user.address.city': 'Ulm' }, true],
    [{ '$company.seats': { $gt: 12 } }, false],
    [{ '$user.constructor': { $exists: true } }, false],
    [{ '$user.constructor.name': { $exists: true } }, false],
    [{ $region: 'DE', $language: { $regex: '^de' } }, true],
    [
      { $online: true, $growth: { $gte: 120 }, $level: 2, $companyGrowth: 900, $companyLevel: { $lt: 5 } },
      true,
    ],
    [{ '$badge.shipper': { $in: ['silver', 'gold'] } }, true],
    [{ '$badge.toString': { $exists: true } }, false],
    [{ '$stage.first': 'trial', '$node.first.shared': 'missed' }, true],
    [{ '$stage.other': { $exists: true } }, false],
    [{ '$node.first.other': { $exists: true } }, false],
    [{ $weakest: 'breadth', '$diagnosis.breadth': { $lte: 20 } }, true],
    [{ '$campaign.hello': 'dismissed', '$campaign.other': 'never' }, true],
    [{ $events: { event: 'share' } }, true],
    [{ $events: { event: 'share', count: 3 } }, true],
    [{ $events: { event: 'share', days: 6, count: 1 } }, true],
    [{ $events: { event: 'share', days: 7, count: 3 } }, true],
    [{ $events: { event: 'share', by: 'company', count: { $gt: 5 } } }, false],
    [{ $events: { event: 'share', where: { rows: { $gte: 3 } }, by: 'company', days: 1 } }, true],
    [{ $events: { event: 'never-came', count: 0 } }, true],
    [{ $events: { event: 'never-came' } }, false],
    [{ $or: [{ $role: 'member' }, { $and: [{ $level: 2 }, { $not: { $online: false } }] }] }, true],
    [{ $or: [] }, false],
    [{ $audience: 'grown' }, true],
    [{ $not: { $audience: 'grown' } }, false],
    [{ $audience: 'nobody' }, false],
  ])('%j', (when, matches) => {
    expect(ask(when).matches).toBe(matches);
  });

  it('says of each part what the person has there', () => {
    const { matches, readings } = ask({
      '$user.plan': 'free',
      $or: [{ $level: 9 }, { $not: { $audience: 'grown' } }],
      $events: { event: 'share', days: 1 },
      '$user.team': { $exists: true },
    });
    expect(matches).toBe(false);
    expect(readings).toEqual([
      { path: '$user.plan', expected: 'free', actual: 'pro', holds: false },
      { path: '$or[0].$level', expected: 9, actual: 2, holds: false },
      {
        path: '$or[1].$not.$audience(grown).$audience(admins).$role',
        expected: 'administrator',
        actual: 'administrator',
        holds: true,
      },
      { path: '$or[1].$not.$audience(grown).$level', expected: { $gte: 2 }, actual: 2, holds: true },
      { path: '$events', expected: { event: 'share', days: 1 }, actual: 1, holds: true },
      { path: '$user.team', expected: { $exists: true }, actual: undefined, holds: false },
    ]);
  });

  it('takes nobody for having what was not found out', () => {
    expect(ask({ $weakest: null }, { diagnosis: null }).matches).toBe(true);
    expect(ask({ '$diagnosis.breadth': { $lte: 100 } }, { diagnosis: null }).matches).toBe(false);
  });
});
