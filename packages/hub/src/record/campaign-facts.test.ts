import type { Profile } from '@waymark/engine/campaigns';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { campaignOf, playbookWith } from '../../tests/campaigns-fixture.js';
import { NOW, temporaryFolder } from '../../tests/fixture.js';
import { openStorage } from '../storage/open-storage.js';
import { verify } from '../verify/verify.js';

const HOUR = 3_600_000;
const LIMITS = [
  { by: 'user', times: 2, hours: 3 },
  { by: 'company', times: 3, hours: 5 },
] as const;
const EVERY = 2;
const playbook = playbookWith(
  [
    campaignOf('a', { limits: ['both'], frequency: { every: { hours: EVERY } } }),
    campaignOf('b', { limits: ['both'], experiment: { by: 'user', holdout: 50 } }),
    campaignOf('free'),
  ],
  { limitGroups: [{ id: 'both', name: 'Both', limits: [...LIMITS] }] },
);

const personOf = (userId: string, companyId: string): Profile => ({
  userId,
  companyId,
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
});

const wish = fc.record({
  userId: fc.constantFrom('u1', 'u2', 'u3'),
  companyId: fc.constantFrom('acme', 'rival'),
  campaignId: fc.constantFrom('a', 'b', 'free'),
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
});
/** What is wished for at once, and the hours until the next wishes. */
const moments = fc.array(
  fc.record({
    wishes: fc.array(wish, { minLength: 1, maxLength: 6 }),
    pause: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

it('no limit is ever exceeded, nothing is shown twice for one claim and nothing to who is held out, whoever asks at once', async () => {
  let granted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(moments, async (all) => {
      const folder = temporaryFolder();
      const storage = await openStorage({ data: folder.path, thread: false });
      await storage.writer.adopt(playbook);
      let now = NOW;
      for (const { wishes, pause } of all) {
        const answers = await Promise.all(
          wishes.map(({ userId, companyId, campaignId, id }) =>
            storage.writer.claim({
              profile: personOf(userId, companyId),
              at: new Date(now).toISOString(),
              campaignId,
              id,
              now,
            }),
          ),
        );
        granted += answers.filter(Boolean).length;
        refused += answers.filter((answer) => !answer).length;
        now += pause * HOUR;
      }
      const rows = await storage.reader.kysely.selectFrom('impressions').selectAll().execute();
      const shown = rows.filter(({ kind }) => kind === 'shown');
      for (const one of shown) {
        const within = (hours: number) =>
          shown.filter(
            ({ ms, company_id }) =>
              company_id === one.company_id && one.ms <= ms && ms < one.ms + hours * HOUR,
          );
        for (const { by, times, hours } of LIMITS) {
          const counted = within(hours).filter(
            ({ campaign_id, user_id }) =>
              campaign_id !== 'free' && (by === 'company' || user_id === one.user_id),
          );
          expect(counted.length).toBeLessThanOrEqual(times);
        }
        const own = within(EVERY).filter(
          ({ campaign_id, user_id }) => campaign_id === 'a' && user_id === one.user_id,
        );
        expect(own.length).toBeLessThanOrEqual(1);
        const state = rows.filter(
          ({ company_id, user_id, campaign_id, kind }) =>
            company_id === one.company_id &&
            user_id === one.user_id &&
            campaign_id === one.campaign_id &&
            kind !== 'shown',
        );
        expect(state.map(({ kind }) => kind)).toEqual(['entered']);
      }
      expect((await verify(storage)).differences).toEqual([]);
      await storage.close();
      folder.remove();
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25) },
  );
  // Both happen, or the property says nothing.
  expect(granted).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
}, 120_000);
