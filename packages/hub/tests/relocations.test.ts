import type { PersonExport } from '@waymark/contracts';
import { verify } from '@waymark/hub';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const playbook = playbookOf({
  rules: [{ ...ship, to: 'both' }, commit],
  companyLevels: [{ at: 0, title: 'All' }],
  streaks: [{ id: 'daily', name: 'Daily', unit: 'day', events: [{ event: 'feature.shipped' }] }],
});
const TABLES = [
  'log',
  'cells',
  'ledger',
  'awards',
  'standings',
  'members',
  'users',
  'preferences',
  'voids',
  'relocations',
] as const;

describe.each(DATABASES)('moves and merges over $name', ({ name, start }) => {
  const database = databaseOver(start);
  let hub: RunningHub;
  let second: RunningHub;
  beforeAll(async () => {
    const place = await database.fresh();
    hub = await startHub({ database: place, playbook });
    second = await startHub({ database: place, playbook });
  }, 60_000);
  afterAll(async () => {
    await hub.stop();
    await second.stop();
  });

  const tell = async (
    ...events: unknown[]
  ): Promise<{ status: string; code?: string; message?: string }[]> => {
    return (await (await hub.tell(...events)).json()).verdicts;
  };
  async function correct(body: object) {
    const response = await fetch(`${hub.url}/admin/v1/corrections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
      body: JSON.stringify({ operator: 'Ola', companyId: 'acme', ...body }),
    });
    return { status: response.status, body: await response.json() };
  }
  let corrections = 0;
  const merge = (userId: string, into: string, change: object = {}) =>
    correct({ id: `c${corrections++}`, userId, event: '$merge', properties: { userId: into }, ...change });
  const move = (userId: string, companyId: string, change: object = {}) =>
    correct({ id: `c${corrections++}`, userId, event: '$move', properties: { companyId }, ...change });
  const agrees = async () => expect((await verify(hub.storage)).differences).toEqual([]);
  const peopleOf = async (companyId: string) =>
    (await hub.get(`/admin/v1/companies/${companyId}`, KEYS.operatorToken)).json();

  it('make two ids one person, in everything that people see', async () => {
    await tell(eventOf({ userId: 'ann' }), eventOf({ userId: 'ann2' }), eventOf({ userId: 'ben' }));
    const streams = [hub, second].map(async (one) =>
      readStream(await one.get('/v1/stream', await one.token('ann2'))),
    );
    const [stream, elsewhere] = await Promise.all(streams);
    for (const one of [stream, elsewhere]) expect((await one?.next())?.data.snapshot.growth).toBe(40);
    expect(await merge('ann2', 'ann')).toMatchObject({ status: 200, body: { growth: 80, level: 1 } });
    for (const one of [stream, elsewhere]) {
      // A hub beside may tell of what came before the merge first.
      let message = await one?.next();
      while (message?.data.type === 'changes') message = await one?.next();
      expect(message?.data.snapshot).toMatchObject({ user: { id: 'ann2' }, growth: 80 });
      await one?.cancel();
    }
    for (const userId of ['ann', 'ann2']) {
      const { growth, ledger, rankings, companyGrowth, badges } = await hub.snapshotOf(userId);
      expect([growth, ledger.length, badges[0]?.progress]).toEqual([80, 2, 2]);
      // By whichever id people come, they are told of themselves by that one.
      expect(rankings[0]).toMatchObject({ total: 2, me: { rank: 1, points: 80, user: { id: userId } } });
      expect(companyGrowth?.growth).toBe(120);
    }
    await tell(eventOf({ userId: 'ann2' }));
    expect((await hub.snapshotOf('ann')).growth).toBe(120);
    expect((await second.snapshotOf('ben')).rankings[0]).toMatchObject({
      total: 2,
      top: [{ points: 120 }, { points: 40 }],
    });
    const gone = await hub.get('/admin/v1/people/acme/ann2', KEYS.operatorToken);
    expect([gone.status, (await gone.json()).error.message]).toEqual([404, expect.stringContaining('"ann"')]);
    await agrees();
  });

  it('take a person with all they did into another company, and nothing of it stays behind', async () => {
    await tell(
      eventOf({ id: 'm1', userId: 'cat' }),
      eventOf({ id: 'm2', userId: 'cat', companyId: 'new' }),
      eventOf({ userId: 'dan', companyId: 'new' }),
    );
    const before = await peopleOf('acme');
    const body = await move('cat', 'new');
    expect(body).toMatchObject({ status: 200, body: { growth: 80 } });
    expect(await hub.snapshotOf('cat', { companyId: 'new' })).toMatchObject({
      growth: 80,
      companyGrowth: { growth: 120 },
      rankings: [{ total: 2, me: { rank: 1, points: 80 } }, {}],
    });
    // A token for the old company shows nothing of the new one.
    const old = await hub.snapshotOf('cat');
    expect([old.growth, old.ledger, old.rankings[0]?.me]).toEqual([0, [], null]);
    const after = await peopleOf('acme');
    expect([before.people - after.people, before.growth - after.growth]).toEqual([1, 40]);
    await agrees();
    const [row] = await hub.storage.reader.kysely
      .selectFrom('relocations')
      .select('event_id')
      .where('user_id', '=', 'cat')
      .execute();
    const back = { userId: 'cat', event: '$void', properties: { eventId: row?.event_id } };
    expect(await correct(back)).toMatchObject({ status: 200, body: { growth: 40 } });
    expect((await hub.snapshotOf('cat')).growth).toBe(40);
    expect((await hub.snapshotOf('cat', { companyId: 'new' })).growth).toBe(40);
    await agrees();
  });

  it('let each of the ids be corrected as the one person', async () => {
    await tell(eventOf({ id: 'w1', userId: 'eve' }), eventOf({ id: 'w2', userId: 'eve2' }));
    await merge('eve2', 'eve');
    const voided = await correct({ userId: 'eve', event: '$void', properties: { eventId: 'w2' } });
    expect(voided).toMatchObject({ status: 200, body: { growth: 40 } });
    expect(
      (await correct({ userId: 'eve2', event: '$void', properties: { eventId: 'w2' } })).body.growth,
    ).toBe(40);
    const gift = { id: 'gift', userId: 'eve2', event: '$adjust', properties: { points: 5, reason: 'r' } };
    expect((await correct(gift)).body).toMatchObject({ growth: 45 });
    await agrees();
  });

  it('keep what the person chose last about being seen', async () => {
    await tell(eventOf({ userId: 'fay' }), eventOf({ userId: 'fay2' }));
    const choose = async (userId: string, change: object) =>
      fetch(`${hub.url}/v1/preferences`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${await hub.token(userId)}` },
        body: JSON.stringify(change),
      });
    await choose('fay2', { ranking: 'hidden' });
    await merge('fay2', 'fay');
    expect((await hub.snapshotOf('fay')).preferences.ranking).toBe('hidden');
    await agrees();
    await choose('fay2', { quiet: true });
    expect((await hub.snapshotOf('fay')).preferences).toMatchObject({ ranking: 'hidden', quiet: true });
    await agrees();
  });

  it.each([
    ['oneself', () => merge('ann', 'ann'), 400, 'another id'],
    ['somebody unknown', () => merge('ann', 'ghost'), 404, 'into another one a person is moved'],
    ['an unknown person', () => merge('ghost', 'ann'), 404, 'no such person'],
    ['somebody of another company', () => merge('ann', 'dan'), 404, 'within one company'],
    ['the same company', () => move('ann', 'acme'), 400, 'another company'],
    [
      'two companies at once',
      () => merge('ann', 'dan', { properties: { userId: 'dan', companyId: 'new' } }),
      400,
      'properties.companyId',
    ],
  ])('into %s are refused, and why', async (_, ask, status, words) => {
    const answer = await ask();
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringContaining(words)]);
  });

  it('are refused by the server’s door where they lead nowhere, and to browsers at all times', async () => {
    const say = (event: string, properties: object) =>
      eventOf({ userId: 'ann', event, properties: properties as never });
    expect(
      await tell(say('$merge', { userId: 'ann' }), say('$move', { companyId: 'acme' }), say('$move', {})),
    ).toMatchObject([
      { code: 'invalid_correction', message: expect.stringContaining('properties.userId') },
      { code: 'invalid_correction', message: expect.stringContaining('properties.companyId') },
      { code: 'invalid_correction' },
    ]);
    const response = await hub.post({
      key: KEYS.publicKey,
      events: [say('$merge', { userId: 'ben' }), say('$pause', { from: '2026-08-01', to: '2026-08-02' })],
    });
    expect((await response.json()).verdicts).toMatchObject([{ code: 'forbidden' }, { code: 'forbidden' }]);
  });

  it('leave nothing of somebody who is erased, under any of their ids', async () => {
    await tell(
      eventOf({ userId: 'leaver' }),
      eventOf({ userId: 'leaver-too' }),
      eventOf({ userId: 'leaver', companyId: 'rival' }),
      eventOf({ userId: 'bystander' }),
    );
    await merge('leaver-too', 'leaver');
    await move('leaver', 'elsewhere', { companyId: 'rival' });
    const mistake = await merge('bystander', 'leaver');
    expect(mistake.status).toBe(200);
    const undone = {
      userId: 'bystander',
      event: '$void',
      properties: { eventId: `hub:c${corrections - 1}` },
    };
    expect((await correct(undone)).body.growth).toBe(40);
    const all: PersonExport = await (
      await hub.get('/admin/v1/exports/leaver-too', KEYS.operatorToken)
    ).json();
    expect(all.userIds).toEqual(['leaver-too', 'leaver']);
    expect(all.memberships.map(({ companyId, growth }) => [companyId, growth])).toEqual([
      ['acme', 80],
      ['elsewhere', 40],
    ]);
    const erased = await fetch(`${hub.url}/admin/v1/people/leaver-too`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
    });
    expect(await erased.json()).toMatchObject({ companies: expect.arrayContaining(['acme', 'elsewhere']) });
    for (const table of TABLES) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(hub.storage.reader.kysely);
      expect(JSON.stringify(rows)).not.toContain('leaver');
    }
    expect((await hub.snapshotOf('bystander')).growth).toBe(40);
    expect((await merge('bystander', 'leaver')).status).toBe(404);
    await agrees();
    // Who comes again begins again.
    await tell(eventOf({ userId: 'leaver-too' }));
    expect((await hub.snapshotOf('leaver-too')).growth).toBe(40);
    await agrees();
  });

  it('come to the same whatever comes first, in one batch or many', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['a', 'b', 'c', 'ab', 'bc', 'cx', '-cx', '-a', 'ca'], { minLength: 9 }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        async (order, cuts) => {
          const run = `r${runs++}`;
          const id = (name: string) => `${run}-${name}`;
          const said = (name: string, userId: string, event: string, properties: object, hour: number) =>
            eventOf({
              id: id(name),
              userId: id(userId),
              event,
              properties: properties as never,
              timestamp: `2026-08-22T0${hour}:00:00Z`,
            });
          const make = (name: string) => {
            if (name === '-a') return said(name, 'b', '$void', { eventId: id('a') }, 0);
            if (name === '-cx') return said(name, 'c', '$void', { eventId: id('cx') }, 0);
            if (name === 'cx') return said(name, 'c', '$move', { companyId: 'far' }, 3);
            const [from = '', to] = name;
            if (to !== undefined)
              return said(name, from, '$merge', { userId: id(to) }, name === 'ca' ? 1 : 2);
            return eventOf({ id: id(name), userId: id(name) });
          };
          const batch: unknown[] = [];
          for (const [i, name] of order.entries()) {
            batch.push(make(name));
            if (cuts[i] !== true && i < order.length - 1) continue;
            for (const verdict of await tell(...batch.splice(0))) expect(verdict.status).toBe('accepted');
          }
          // The oldest word of the circle a to b to c to a is the last one: c is who they are.
          const { growth, ledger } = await hub.snapshotOf(id('a'));
          expect([growth, ledger.reduce((sum, { points }) => sum + points, 0)]).toEqual([80, 80]);
          const person = await hub.get(`/admin/v1/people/acme/${id('c')}`, KEYS.operatorToken);
          expect((await person.json()).growth).toBe(80);
        },
      ),
      { numRuns: 12 },
    );
    await agrees();
  }, 120_000);

  it('a pause keeps a streak over a holiday', async () => {
    await tell(
      eventOf({ userId: 'gus', timestamp: '2026-08-18T10:00:00+02:00' }),
      eventOf({ userId: 'gus', timestamp: '2026-08-22T10:00:00+02:00' }),
    );
    expect((await hub.snapshotOf('gus')).streaks[0]?.current).toBe(1);
    const pause = { id: 'away', userId: 'gus', event: '$pause' };
    const properties = { from: '2026-08-19', to: '2026-08-21', reason: 'Holiday' };
    expect((await correct({ ...pause, properties: { from: '2026-08-19' } })).status).toBe(400);
    expect(await correct({ ...pause, properties })).toMatchObject({ status: 200 });
    const [streak] = (await hub.snapshotOf('gus')).streaks;
    expect(streak?.current).toBe(2);
    expect(streak?.periods.slice(-5).map(({ state }) => state)).toEqual([
      'active',
      'paused',
      'paused',
      'paused',
      'active',
    ]);
    await agrees();
  });

  it('hold while two hubs write to one database at once', async () => {
    const about = (userId: string, event: string, properties: object) =>
      eventOf({ userId, event, properties: properties as never });
    const rounds = Array.from({ length: 12 }, (_, i) => [
      hub.tell(eventOf({ userId: `d${i}` }), about(`d${i}`, '$merge', { userId: `d${i + 1}` })),
      second.tell(eventOf({ userId: `d${i + 1}` }), eventOf({ userId: `d${12 - i}` })),
    ]);
    for (const response of await Promise.all(rounds.flat())) expect(response.status).toBe(200);
    expect((await hub.snapshotOf('d0')).growth).toBe(36 * 40);
    expect((await second.snapshotOf('d5')).growth).toBe(36 * 40);
    await agrees();
  }, 60_000);

  // One database shows it: what takes long is the arithmetic.
  it.runIf(name === 'SQLite')(
    'take ten thousand events of one person along',
    async () => {
      for (let i = 0; i < 10; i++)
        await tell(...Array.from({ length: 1_000 }, () => eventOf({ userId: 'busy' })));
      await tell(eventOf({ userId: 'busy-again' }));
      expect((await merge('busy', 'busy-again')).body).toMatchObject({ status: 'accepted', growth: 400_000 });
      await agrees();
    },
    120_000,
  );
});
