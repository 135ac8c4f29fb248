import type { CompanyDetail, Entitlements, Page, PersonRow, Snapshot } from '@waymark/contracts';
import { signToken, verify } from '@waymark/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, NOW, playbookOf } from './fixture.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

/** A hub whose clock is turned by hand. */
async function startClock(database: { data: string; databaseUrl?: string }, playbook: object) {
  let now = NOW;
  const hub = await startHub({
    database,
    playbook: playbookOf(playbook),
    lateAfterDays: null,
    now: () => now,
  });
  const tokenOf = (userId: string, companyId = 'acme') =>
    signToken(KEYS.signingKey, { userId, companyId }, { now });
  return {
    hub,
    turnTo(time: string) {
      now = Date.parse(time);
    },
    tokenOf,
    async sent(userId: string, ...days: string[]) {
      const events = days.map((day) => eventOf({ userId, timestamp: `${day}T12:00:00+02:00` }));
      const answer = await (
        await hub.post({ key: KEYS.publicKey, token: await tokenOf(userId), events })
      ).json();
      expect(answer.verdicts.map(({ status }: { status: string }) => status)).toEqual(
        days.map(() => 'accepted'),
      );
    },
    async snapshot(userId: string): Promise<Snapshot> {
      return (await hub.get('/v1/snapshot', await tokenOf(userId))).json();
    },
    async admin<T>(path: string): Promise<T> {
      return (await hub.get(`/admin/v1/${path}`, KEYS.operatorToken)).json();
    },
    async entitlements(userId: string): Promise<Entitlements> {
      return (
        await hub.get(`/v1/server/entitlements?userId=${userId}&companyId=acme`, KEYS.serverKey)
      ).json();
    },
  };
}

const EXPIRING = {
  expiry: { months: 12, grace: { months: 1 } },
  benefits: [{ id: 'support', name: 'Support' }],
  levels: [
    { at: 0, title: 'New' },
    { at: 40, title: 'Known' },
    { at: 100, title: 'Pillar', benefits: ['support'] },
  ],
};

describe.each(DATABASES)('seasons over $name', ({ start }) => {
  let database: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    database = await start();
  }, 60_000);
  afterAll(() => database.stop());

  describe('growth that lapses', () => {
    let clock: Awaited<ReturnType<typeof startClock>>;
    let hub: RunningHub;
    beforeAll(async () => {
      clock = await startClock(await database.fresh(), EXPIRING);
      hub = clock.hub;
      clock.turnTo('2026-08-22T12:00:00Z');
      await clock.sent('ann', '2025-12-23', '2025-12-24', '2026-02-10');
      await clock.sent('bob', '2026-08-20', '2026-08-20');
    }, 60_000);
    afterAll(() => hub.stop());

    const people = async (sort: string) =>
      (await clock.admin<Page<PersonRow>>(`people?sort=${sort}`)).rows.map(
        ({ userId, growth, level }) => `${userId} ${growth} ${level}`,
      );

    it('is all there on the last day, and what will lapse is said', async () => {
      clock.turnTo('2026-12-31T12:00:00Z');
      expect(await clock.snapshot('ann')).toMatchObject({
        growth: 120,
        level: 2,
        lapsing: {
          points: { points: 80, on: '2026-12-31' },
          level: { level: 2, on: '2027-01-31', more: 60 },
        },
        prediction: { day: '2026-12-31', cells: { all: { 'growth@2025-12': 80 } } },
      });
      expect(await people('growth')).toEqual(['ann 120 2', 'bob 80 1']);
    });

    it('has lapsed the next day without any event, and the level outlives it by its grace', async () => {
      clock.turnTo('2026-12-31T22:30:00Z');
      expect(await clock.snapshot('ann')).toMatchObject({ growth: 40, level: 2 });
      expect(await clock.entitlements('ann')).toMatchObject({ level: 2, entitlements: ['support'] });
      expect(await people('growth')).toEqual(['bob 80 1', 'ann 40 2']);
      expect(await people('level')).toEqual(['ann 40 2', 'bob 80 1']);
    });

    it('takes the level along when the grace is over: for the person, the server and the console', async () => {
      clock.turnTo('2027-02-01T00:00:00Z');
      expect(await clock.snapshot('ann')).toMatchObject({ growth: 40, level: 1 });
      expect(await clock.entitlements('ann')).toMatchObject({ growth: 40, level: 1, entitlements: [] });
      expect(await clock.admin<PersonRow>('people/acme/ann')).toMatchObject({ growth: 40, level: 1 });
      expect(await clock.admin('exports/ann')).toMatchObject({
        memberships: [{ growth: 40, level: 1 }],
      });
      expect(await people('name')).toEqual(['ann 40 1', 'bob 80 1']);
      const company = await clock.admin<CompanyDetail>('companies/acme');
      expect(company.levelCounts).toEqual([0, 2, 0]);
      expect(company.top.map(({ userId, growth }) => [userId, growth])).toEqual([
        ['bob', 80],
        ['ann', 40],
      ]);
    });

    it('shows to who comes again with the position of before, though nothing happened', async () => {
      clock.turnTo('2026-12-31T12:00:00Z');
      const { position } = await clock.snapshot('ann');
      clock.turnTo('2027-02-01T00:00:00Z');
      const stream = readStream(
        await hub.get('/v1/stream?once', await clock.tokenOf('ann'), { 'last-event-id': position }),
      );
      expect((await stream.next()).data).toMatchObject({
        type: 'changes',
        replace: { growth: 40, level: 1 },
      });
      await stream.cancel();
    });

    it('agrees with its log', async () => {
      expect((await verify(hub.storage)).differences).toEqual([]);
    });
  });
});
