import { decide, type Impression, type Profile } from '@waymark/engine/campaigns';
import { expect, it } from 'vitest';
import { campaignOf, playbookWith } from '../../tests/campaigns-fixture.js';
import { NOW } from '../../tests/fixture.js';
import { nextChangeAt } from './next-change.js';
import { prepareCampaigns } from './program.js';

const HOUR = 3_600_000;
const profile: Profile = {
  userId: 'u1',
  companyId: 'acme',
  role: null,
  userTraits: {},
  companyTraits: {},
  languages: [],
  timeZone: null,
  online: true,
  growth: 0,
  level: 0,
  companyGrowth: 0,
  companyLevel: 0,
  badges: {},
  since: { user: null, company: null },
  events: { user: {}, company: {} },
  pushed: {},
  diagnosis: null,
};
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
const group = (by: string, hours: number) => ({
  limitGroups: [{ id: 'all', name: 'All', of: 'all', limits: [{ by, times: 3, hours }] }],
});

it.each<[string, number | null, object, object, [Impression['kind'], number][], object]>([
  ['nothing that time changes', null, {}, {}, [], {}],
  ['a past impression without a limit', null, {}, {}, [['shown', 1]], {}],
  ['the end of a rest', 4, { frequency: { snooze: { hours: 6 } } }, {}, [['snoozed', 2]], {}],
  ['no end of a rest', null, {}, {}, [['dismissed', 2]], {}],
  [
    'an impression that leaves its limit',
    22,
    { frequency: { every: { hours: 24 } } },
    {},
    [['shown', 2]],
    {},
  ],
  [
    'the first of two',
    1,
    { frequency: { per: { times: 2, days: 1 } } },
    {},
    [
      ['shown', 2],
      ['shown', 23],
    ],
    {},
  ],
  ['one that has left it', null, { frequency: { every: { hours: 1 } } }, {}, [['shown', 2]], {}],
  ['the limit of a group', 3, {}, group('company', 5), [['shown', 2]], {}],
  ['an hour of a schedule', 0.25, { schedule: { hours: { from: 20 } } }, {}, [], {}],
  ['the end of a push', 9, { triggers: [{ kind: 'push', hours: 10 }] }, {}, [], { pushed: { it: ago(1) } }],
  [
    'a push that is over',
    null,
    { triggers: [{ kind: 'push', hours: 1 }] },
    {},
    [],
    { pushed: { it: ago(1) } },
  ],
])('knows %s', (_, hours, campaign, around, past, more) => {
  const campaigns = prepareCampaigns(playbookWith([campaignOf('it', campaign)], around));
  const impressions = past.map(
    ([kind, before], i): Impression => ({
      id: `i${i}`,
      campaignId: 'it',
      kind,
      userId: 'u1',
      companyId: 'acme',
      at: ago(before),
    }),
  );
  const decideAt = (ms: number) =>
    decide({ ...profile, ...more }, campaigns.program, impressions, new Date(ms).toISOString());
  const next = nextChangeAt(campaigns, decideAt(NOW), impressions, NOW);
  expect(next).toBe(hours === null ? Infinity : NOW + hours * HOUR);
  // Up to then everything stays as it is, but for the day.
  const last = Math.min(next, NOW + 11 * HOUR) - 1;
  expect(decideAt(last).toBrowser).toEqual(decideAt(NOW).toBrowser);
});
