import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CompanyDetail,
  Entitlements,
  EventExplanation,
  Page,
  PersonDetail,
  PersonRow,
  Snapshot,
} from '@waymark/contracts';
import { type HubOptions, importFile, loadCredentialKey, openStorage, signToken, verify } from '@waymark/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, NOW, PLAYBOOK_INPUT, playbookOf, temporaryFolder } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

/** A hub whose clock is turned by hand. */
async function startClock(
  database: { data: string; databaseUrl?: string },
  playbook: object,
  start = NOW,
  options: Partial<HubOptions> = {},
) {
  let now = start;
  const hub = await startHub({
    database,
    playbook: playbookOf(playbook),
    lateAfterDays: null,
    now: () => now,
    ...options,
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

describe.each(DATABASES)('seasons over $name', ({ name, start }) => {
  const database = databaseOver(start);

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
        prediction: { level: 2, cells: { all: { growth: 120 } } },
      });
      expect(await people('growth')).toEqual(['ann 120 2', 'bob 80 1']);
    });

    it('has lapsed the next day without any event, and the level outlives it by its grace', async () => {
      clock.turnTo('2026-12-31T22:30:00Z');
      expect(await clock.snapshot('ann')).toMatchObject({
        growth: 40,
        level: 2,
        prediction: { level: 2, cells: { all: { growth: 40 } } },
      });
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

  describe('badges that are held only with a level', () => {
    const [ship, ...rules] = PLAYBOOK_INPUT.rules;
    const [shipper, hidden] = PLAYBOOK_INPUT.badges;
    const issuer = { url: 'https://app.example.com', name: 'Example Ltd', key: '' };
    let clock: Awaited<ReturnType<typeof startClock>>;
    let hub: RunningHub;
    beforeAll(async () => {
      const folder = temporaryFolder();
      issuer.key = loadCredentialKey(folder.path, {});
      folder.remove();
      const playbook = {
        ...EXPIRING,
        rules: [{ ...ship, to: 'both' }, ...rules],
        companyLevels: [
          { at: 0, title: 'Guests' },
          { at: 120, title: 'Partners' },
        ],
        badges: [
          { ...shipper, while: { level: 1 } },
          { ...hidden, id: 'partner', event: 'feature.shipped', while: { level: 1, companyLevel: 1 } },
        ],
      };
      clock = await startClock(await database.fresh(), playbook, NOW, { issuer });
      hub = clock.hub;
      await clock.sent('ann', '2026-08-20', '2026-08-21');
    }, 60_000);
    afterAll(() => hub.stop());

    const badges = async (userId = 'ann') =>
      (await clock.snapshot(userId)).badges.map(({ id, tiers, missing, name }) => ({
        id,
        name,
        held: tiers.filter(({ earnedAt }) => earnedAt !== null).map(({ tier }) => tier),
        withheld: tiers.filter(({ withheld }) => withheld !== undefined).map(({ tier }) => tier),
        missing,
      }));
    const credential = async () =>
      (await hub.get('/v1/badges/shipper/bronze/credential', await clock.tokenOf('ann'))).status;

    it('wait for the company, and tell it to colleagues who look on', async () => {
      const [own, partner] = await badges();
      expect(own).toEqual({
        id: 'shipper',
        name: 'Shipper',
        held: ['bronze'],
        withheld: [],
        missing: undefined,
      });
      expect(partner).toMatchObject({ held: [], withheld: ['gold'], missing: ['Partners'] });
      const { position } = await clock.snapshot('ann');
      await clock.sent('bob', '2026-08-21');
      const stream = readStream(
        await hub.get('/v1/stream?once', await clock.tokenOf('ann'), { 'last-event-id': position }),
      );
      const { data } = await stream.next();
      await stream.cancel();
      expect(data.replace.badges[1]).toMatchObject({ tiers: [{ earnedAt: '2026-08-21T12:00:00+02:00' }] });
      expect((await badges())[1]).toMatchObject({ held: ['gold'], missing: undefined });
      expect((await badges('bob'))[1]).toMatchObject({ name: null });
    });

    it('are withheld without an event when growth lapses, for the person, the console and verifiers', async () => {
      expect(await credential()).toBe(200);
      clock.turnTo('2027-10-01T12:00:00Z');
      expect(await badges()).toMatchObject([
        { held: [], withheld: ['bronze'], missing: ['Known'] },
        { held: [], withheld: ['gold'], missing: ['Known'] },
      ]);
      expect(await credential()).toBe(404);
      const person = await clock.admin<PersonDetail>('people/acme/ann');
      expect(person.badgeViews[0]).toMatchObject({ missing: ['Known'], tiers: [{ earnedAt: null }, {}] });
    });

    it('say with which level they are held where somebody asks why', async () => {
      const [log] = await hub.storage.reader.kysely.selectFrom('log').select('event_id').limit(1).execute();
      const why = await clock.admin<EventExplanation>(`events/${log?.event_id}`);
      expect(why.listeners.map(({ id, heldWith }) => [id, heldWith])).toEqual([
        ['ship', undefined],
        ['shipper', ['Known']],
        ['partner', ['Known', 'Partners']],
      ]);
    });

    it('come back with the level, as they were earned', async () => {
      await clock.sent('ann', '2027-09-30');
      expect(await badges()).toMatchObject([{ held: ['bronze', 'silver'] }, { held: ['gold'] }]);
      expect((await verify(hub.storage)).differences).toEqual([]);
    });
  });

  describe('leagues', () => {
    const LEAGUES = {
      leagues: { window: 'week', names: ['Bronze', 'Silver', 'Gold'], size: 7, up: 2, down: 2 },
    };
    const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus'];
    let place: { data: string; databaseUrl?: string };
    let clock: Awaited<ReturnType<typeof startClock>>;
    let hub: RunningHub;
    beforeAll(async () => {
      place = await database.fresh();
      clock = await startClock(place, LEAGUES, Date.parse('2026-08-16T10:00:00Z'));
      hub = clock.hub;
      for (const [i, userId] of PEOPLE.entries()) {
        await clock.sent(userId, ...Array.from({ length: 7 - i }, () => '2026-08-04'));
      }
      await clock.sent('hal', ...Array.from({ length: 9 }, () => '2026-08-04'));
      const hidden = await fetch(`${hub.url}/v1/preferences`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${await clock.tokenOf('hal')}` },
        body: JSON.stringify({ ranking: 'hidden' }),
      });
      expect(hidden.status).toBe(200);
    }, 60_000);
    afterAll(() => hub.stop());

    const placements = () =>
      hub.storage.reader.kysely
        .selectFrom('placements')
        .select(['user_id', 'period', 'league', 'rank', 'people', 'points', 'next_league'])
        .orderBy('period')
        .orderBy('rank')
        .orderBy('user_id')
        .execute();
    const league = async (userId: string) => (await clock.snapshot(userId)).league;
    async function correct(userId: string, event: string, properties: object): Promise<string> {
      const response = await fetch(`${hub.url}/admin/v1/corrections`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEYS.operatorToken}` },
        body: JSON.stringify({
          ...{ id: `correction ${event}`, userId, companyId: 'acme', operator: 'Ola', event, properties },
        }),
      });
      expect(response.status).toBe(200);
      return (await response.json()).id;
    }

    it('show a group as it stands, and who is hidden nowhere', async () => {
      const view = await league('ann');
      expect(view).toMatchObject({ period: '2026-W33', league: 1, places: [], last: null });
      clock.turnTo('2026-08-09T10:00:00Z');
      expect(await league('gus')).toMatchObject({
        window: 'week',
        period: '2026-W32',
        league: 0,
        names: ['Bronze', 'Silver', 'Gold'],
        settles: '2026-08-17',
        places: PEOPLE.map((id, i) => ({
          rank: i + 1,
          points: 40 * (7 - i),
          user: { id },
          zone: i < 2 ? 'up' : 'stay',
        })),
      });
      expect(await league('hal')).toMatchObject({ places: [], withheld: 'hidden', last: null });
    });

    it('are settled seven days after their end, once, by whichever hub comes first', async () => {
      const settle = (at: string) => hub.storage.writer.settle({ at });
      await settle('2026-08-17T11:59:00Z');
      expect(await placements()).toEqual([]);
      // A file has one process at a time; over PostgreSQL four of them settle at once.
      const others = name === 'SQLite' ? [] : [1, 2, 3].map(() => openStorage(place));
      const writers = (await Promise.all(others)).map(({ writer }) => writer);
      for (const writer of writers) await writer.adopt(playbookOf(LEAGUES));
      const at = '2026-08-17T12:00:00Z';
      await Promise.all([settle(at), ...writers.map((writer) => writer.settle({ at })), settle(at)]);
      for (const other of others) await (await other).close();
      const settled = await placements();
      expect(settled).toEqual(
        PEOPLE.map((user_id, i) => ({
          user_id,
          period: '2026-W32',
          league: 0,
          rank: i + 1,
          people: 7,
          points: 40 * (7 - i),
          next_league: i < 2 ? 1 : 0,
        })),
      );
      expect((await verify(hub.storage)).differences).toEqual([]);
    });

    it('stay as they were settled, whatever is told later', async () => {
      clock.turnTo('2026-08-18T10:00:00Z');
      const settled = await placements();
      await clock.sent('gus', ...Array.from({ length: 20 }, () => '2026-08-04'));
      await hub.storage.writer.settle({ at: '2026-08-18T10:00:00Z' });
      expect(await placements()).toEqual(settled);
      expect(await league('gus')).toMatchObject({ league: 0, last: { rank: 7, people: 7, to: 0 } });
    });

    it('go on from what was settled: two in the league above are too few, and play for those below', async () => {
      for (const userId of PEOPLE) await clock.sent(userId, '2026-08-18');
      expect(await league('ann')).toMatchObject({
        period: '2026-W34',
        league: 1,
        places: [],
        withheld: 'few',
        last: { period: '2026-W32', league: 0, rank: 1, people: 7, to: 1 },
      });
      const five = await league('cat');
      expect(five?.places.map(({ rank, zone }) => `${rank} ${zone}`)).toEqual([
        '1 up',
        '1 up',
        '1 up',
        '1 up',
        '1 up',
      ]);
      await hub.storage.writer.settle({ at: '2026-08-31T12:00:00Z' });
      expect(
        (await placements())
          .slice(7)
          .map((row) => `${row.user_id} ${row.next_league}`)
          .sort(),
      ).toEqual(['ann 0', 'bob 0', 'cat 1', 'dan 1', 'eve 1', 'fay 1', 'gus 1']);
    });

    it('go on with a person under another id, and end there if that was a mistake', async () => {
      clock.turnTo('2026-08-30T10:00:00Z');
      expect((await league('cathy'))?.last).toBeNull();
      await clock.sent('cathy', '2026-08-25');
      const merge = await correct('cat', '$merge', { userId: 'cathy' });
      expect(await league('cathy')).toMatchObject({
        league: 1,
        last: { period: '2026-W34', league: 0, rank: 1, to: 1 },
      });
      for (const userId of ['dan', 'eve', 'fay']) await clock.sent(userId, '2026-08-25');
      await hub.storage.writer.settle({ at: '2026-09-07T12:00:00Z' });
      const rows = (await placements()).filter(({ period }) => period === '2026-W35');
      expect(rows.map((row) => `${row.user_id} ${row.league}`).sort()).toEqual(
        ['cathy', 'dan', 'eve', 'fay'].map((userId) => `${userId} 1`),
      );
      await correct('cat', '$void', { eventId: merge });
      clock.turnTo('2026-09-08T10:00:00Z');
      expect(await league('cat')).toMatchObject({ league: 1, last: { period: '2026-W34', to: 1 } });
      expect(await league('cathy')).toMatchObject({ last: { period: '2026-W35', league: 1 } });
      expect((await verify(hub.storage)).differences).toEqual([]);
    });

    it('forget who is erased, and nobody else’s place with them', async () => {
      const before = await placements();
      const gone = await fetch(`${hub.url}/admin/v1/people/ann?reason=asked`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${KEYS.operatorToken}` },
      });
      expect(gone.status).toBe(200);
      expect(await placements()).toEqual(before.filter(({ user_id }) => user_id !== 'ann'));
      expect((await verify(hub.storage)).differences).toEqual([]);
    });
  });

  describe('a day that turns', () => {
    const EVENING = Date.parse('2026-08-31T21:59:59.900Z');

    it('is told to who looks on, without any event', async () => {
      let begun = Infinity;
      const now = () => EVENING + Math.max(0, performance.now() - begun);
      const clock = await startClock(await database.fresh(), {}, EVENING, { now });
      await clock.sent('ann', '2026-08-27');
      const stream = readStream(await clock.hub.get('/v1/stream', await clock.tokenOf('ann')));
      const { data } = await stream.next();
      expect(data.snapshot.rankings[1]).toMatchObject({ period: '2026-08', points: 40 });
      begun = performance.now();
      let { replace } = (await stream.next()).data;
      // Timers can be early by a hair.
      while (replace.rankings[1].period === '2026-08') replace = (await stream.next()).data.replace;
      expect(replace.rankings[1]).toMatchObject({ period: '2026-09', points: 0 });
      expect(replace.days.at(-1)).toEqual({ day: '2026-09-01', points: 0 });
      await stream.cancel();
      await clock.hub.stop();
    });

    it('is told to who comes again with a position of the day before, and to nobody sooner', async () => {
      const clock = await startClock(await database.fresh(), {}, EVENING);
      await clock.sent('ann', '2026-08-31');
      const { position } = await clock.snapshot('ann');
      const resumed = async () => {
        const headers = { 'last-event-id': position };
        const stream = readStream(
          await clock.hub.get('/v1/stream?once', await clock.tokenOf('ann'), headers),
        );
        const { data } = await stream.next();
        await stream.cancel();
        return data.replace;
      };
      expect((await resumed()).days).toBeUndefined();
      clock.turnTo('2026-08-31T22:00:01Z');
      expect((await resumed()).days.at(-1)).toEqual({ day: '2026-09-01', points: 0 });
      await clock.hub.stop();
    });
  });

  it('places what an import brought at its end, and shows people of other companies by aliases alone', async () => {
    const leagues = { window: 'month', names: ['Low', 'High'], size: 5, up: 1, down: 1, scope: 'vendor' };
    const playbook = playbookOf({ leagues });
    const storage = await openStorage(await database.fresh());
    const folder = temporaryFolder();
    const file = join(folder.path, 'events.ndjson');
    const people = ['ann@acme', 'bob@acme', 'cat@umbra', 'dan@umbra', 'eve@void'];
    const lines = people.flatMap((who, i) =>
      ['2026-06-15', '2026-08-20'].flatMap((day) => {
        const [userId = '', companyId = ''] = who.split('@');
        return Array.from({ length: 5 - i }, () =>
          JSON.stringify(eventOf({ userId, companyId, timestamp: `${day}T10:00:00Z` })),
        );
      }),
    );
    writeFileSync(file, lines.join('\n'));
    await importFile({ storage, playbook, file, nameOf: (_kind, id) => `Name of ${id}`, now: () => NOW });
    const hub = await startHub({ storage, playbook, nameOf: (_kind, id) => `Name of ${id}` });
    const { league } = await (await hub.get('/v1/snapshot', await hub.token('bob'))).json();
    expect(league).toMatchObject({
      window: 'month',
      period: '2026-08',
      league: 0,
      last: { period: '2026-06', league: 0, rank: 2, people: 5, to: 0 },
    });
    // Ann went up in June and is alone there.
    expect(league.places.map(({ rank, zone }: { rank: number; zone: string }) => `${rank} ${zone}`)).toEqual([
      '1 up',
      '2 stay',
      '3 stay',
      '4 stay',
    ]);
    const names = league.places.map(({ user }: { user: { name: string } }) => user.name);
    expect(names[0]).toBe('Name of bob');
    expect(names.slice(1).join()).not.toMatch(/Name of|cat|dan|eve/);
    expect(JSON.stringify(league)).not.toMatch(/umbra|void/);
    expect((await verify(storage)).differences).toEqual([]);
    await hub.stop();
    await storage.close();
    folder.remove();
  });
});
