import type { RankingView } from '@waymark/contracts';
import { verify } from '@waymark/hub';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALL_DATABASES, DATABASES, eventOf, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

const RANKINGS = [
  { id: 'ever', name: 'Ever', window: 'all', minimum: 1 },
  { id: 'week', name: 'Week', window: 'week', minimum: 1 },
  { id: 'peers', name: 'Peers', window: 'all', scope: 'role', minimum: 1 },
  { id: 'near', name: 'Near', window: 'all', scope: 'region', minimum: 1 },
  { id: 'world', name: 'World', window: 'all', scope: 'vendor', minimum: 1 },
  { id: 'many', name: 'Many', window: 'all' },
];

async function put(hub: RunningHub, token: string | undefined, body: unknown): Promise<Response> {
  return fetch(`${hub.url}/v1/preferences`, {
    method: 'PUT',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function prefer(hub: RunningHub, userId: string, change: object, companyId = 'acme') {
  const response = await put(hub, await hub.token(userId, { companyId }), change);
  return { status: response.status, body: await response.json() };
}

async function rankingOf(hub: RunningHub, id: string, userId: string, more = ''): Promise<RankingView> {
  return (await hub.get(`/v1/rankings/${id}${more}`, await hub.token(userId))).json();
}

function ships(userId: string, times: number, change: object = {}) {
  return Array.from({ length: times }, () => eventOf({ userId, ...change }));
}

async function sendAs(hub: RunningHub, role: string | undefined, events: ReturnType<typeof eventOf>[]) {
  const [{ userId = '', companyId = 'acme' } = {}] = events;
  const token = await hub.token(userId, { companyId, ...(role === undefined ? {} : { role }) });
  const answer = await (await hub.post({ key: KEYS.publicKey, token, events })).json();
  expect(answer.verdicts.every(({ status }: { status: string }) => status === 'accepted')).toBe(true);
}

describe.each(DATABASES)('preferences over $name', ({ start }) => {
  const hub = hubOver(start, {
    playbook: playbookOf({ rankings: RANKINGS }),
    lateAfterDays: null,
    nameOf: (_kind, id) => `Name of ${id}`,
  });
  beforeAll(async () => {
    await sendAs(hub, 'member', ships('ann', 5));
    await sendAs(hub, 'member', ships('bob', 4));
    await sendAs(hub, 'administrator', ships('cat', 3));
    await sendAs(hub, 'member', ships('dan', 2));
    await sendAs(hub, undefined, ships('eve', 9, { companyId: 'rival' }));
    await sendAs(hub, 'member', ships('ann', 1, { timestamp: '2026-08-12T10:00:00+02:00' }));
    const region = (userId: string, region: string) =>
      eventOf({ type: 'identify', event: undefined, userId, traits: { region } });
    await sendAs(hub, 'member', [region('ann', 'north')]);
    await sendAs(hub, 'member', [region('dan', 'north')]);
    await sendAs(hub, 'member', [region('bob', 'south')]);
  }, 60_000);

  it('are by name and loud before anything is chosen', async () => {
    expect((await hub.snapshotOf('ann')).preferences).toEqual({
      ranking: 'name',
      alias: null,
      quiet: false,
    });
  });

  it('rank within the company, a role, a region, and by pseudonym among all', async () => {
    const { rankings } = await hub.snapshotOf('dan');
    const people = Object.fromEntries(rankings.map(({ id, top }) => [id, top.map(({ user }) => user.id)]));
    expect(people).toMatchObject({
      ever: ['ann', 'bob', 'cat', 'dan'],
      peers: ['ann', 'bob', 'dan'],
      near: ['ann', 'dan'],
      many: ['ann', 'bob', 'cat', 'dan'],
    });
    const world = rankings.find(({ id }) => id === 'world');
    expect(world).toMatchObject({
      total: 5,
      me: { rank: 5, user: { id: 'dan' } },
      percentile: 0,
      points: 80,
    });
    expect(JSON.stringify(world)).not.toMatch(/ann|bob|cat|eve|acme|rival/);
    expect((await rankingOf(hub, 'ever', 'cat')).percentile).toBe(25);
  });

  it('show a past window, and say what a window looks like', async () => {
    expect(await rankingOf(hub, 'week', 'bob', '?window=2026-W33')).toMatchObject({
      period: '2026-W33',
      total: 1,
      me: null,
      top: [{ rank: 1, points: 40, user: { id: 'ann' } }],
    });
    const wrong = await hub.get('/v1/rankings/week?window=2026-08', await hub.token('bob'));
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).error.message).toContain('2026-W34');
    expect((await hub.get('/v1/rankings/none', await hub.token('bob'))).status).toBe(404);
    expect((await hub.get('/v1/rankings/week')).status).toBe(401);
  });

  it('hide a person from everybody, and leave them their own points', async () => {
    const before = await hub.get('/v1/stream', await hub.token('bob'));
    const stream = readStream(before);
    await stream.next();
    expect(await prefer(hub, 'ann', { ranking: 'hidden' })).toEqual({
      status: 200,
      body: { ranking: 'hidden', alias: null, quiet: false },
    });
    const { data } = await stream.next();
    expect(data.type).toBe('changes');
    expect(data.replace).not.toHaveProperty('preferences');
    expect(JSON.stringify(data)).not.toContain('ann');
    expect(data.replace.rankings[0]).toMatchObject({ total: 3, me: { rank: 1 } });
    await stream.cancel();
    const own = (await hub.snapshotOf('ann')).rankings[0];
    expect(own).toMatchObject({ me: null, around: [], points: 240, total: 3, withheld: 'hidden' });
    expect(JSON.stringify(own)).not.toContain('"ann"');
    expect((await hub.snapshotOf('ann')).growth).toBe(240);
    await prefer(hub, 'ann', { ranking: 'name' });
    expect((await rankingOf(hub, 'ever', 'bob')).top[0]?.user.id).toBe('ann');
  });

  it('show an alias to others, the name to oneself, and the id to nobody', async () => {
    await prefer(hub, 'bob', { ranking: 'alias', alias: 'Night Owl' });
    const others = await rankingOf(hub, 'ever', 'cat');
    expect(others.top[1]).toMatchObject({ rank: 2, points: 160, user: { name: 'Night Owl' } });
    expect(JSON.stringify(others)).not.toContain('bob');
    expect((await rankingOf(hub, 'ever', 'bob')).me?.user).toEqual({ id: 'bob', name: 'Name of bob' });
    await prefer(hub, 'bob', { alias: null });
    const made = (await rankingOf(hub, 'ever', 'cat')).top[1]?.user;
    expect(made?.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ [\da-f]{3}$/);
    await prefer(hub, 'bob', { ranking: 'name' });
  });

  it.each([['name of cat'], ['Name of  Cat'], ['Ｎame of cat'], ['Nаmе оf саt']])(
    'refuse the alias %s, which is a colleague',
    async (alias) => {
      const { status, body } = await prefer(hub, 'dan', { ranking: 'alias', alias });
      expect([status, body.error.code]).toEqual([409, 'alias_taken']);
      expect(body.error.message).toContain('Choose another alias');
      expect((await hub.snapshotOf('dan')).preferences.alias).toBeNull();
    },
  );

  it('refuse an alias that somebody has, but not one from another company', async () => {
    await prefer(hub, 'cat', { alias: 'Owl' });
    expect((await prefer(hub, 'dan', { alias: 'owl' })).status).toBe(409);
    expect((await prefer(hub, 'eve', { alias: 'owl' }, 'rival')).status).toBe(200);
    expect((await prefer(hub, 'cat', { alias: 'Owl' })).status).toBe(200);
  });

  it.each([
    [{ ranking: 'first' }, 'invalid_preferences'],
    [{ userId: 'bob', quiet: true }, 'invalid_preferences'],
    [{ alias: 7 }, 'invalid_preferences'],
    ['{', 'invalid_json'],
    ['', 'invalid_json'],
  ])('refuse %j', async (body, code) => {
    const answer = await put(hub, await hub.token('dan'), body);
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, code]);
  });

  it('are only of who asks', async () => {
    expect((await put(hub, undefined, { quiet: true })).status).toBe(401);
    expect((await put(hub, KEYS.operatorToken, { quiet: true })).status).toBe(401);
  });

  it('rank nobody in too small a group', async () => {
    for (const userId of ['ann', 'bob']) await prefer(hub, userId, { ranking: 'hidden' });
    const few = await rankingOf(hub, 'many', 'cat');
    expect(few).toMatchObject({ total: 0, me: null, top: [], around: [], points: 120, withheld: 'few' });
    for (const userId of ['ann', 'bob']) await prefer(hub, userId, { ranking: 'name' });
    expect((await rankingOf(hub, 'many', 'cat')).total).toBe(4);
  });

  it('never show the hidden, whatever anybody chooses and whoever asks where', async () => {
    const users = ['ann', 'bob', 'cat', 'dan'];
    const routes = [
      '/v1/snapshot',
      '/v1/rankings/ever',
      '/v1/rankings/peers',
      '/v1/rankings/week?window=2026-W34',
    ];
    const choices = fc.array(fc.constantFrom('name', 'alias', 'hidden'), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(choices, async (chosen) => {
        await Promise.all(users.map((user, i) => prefer(hub, user, { ranking: chosen[i] })));
        for (const asking of users) {
          for (const route of routes) {
            const text = await (await hub.get(route, await hub.token(asking))).text();
            users.forEach((user, i) => {
              if (user === asking || chosen[i] === 'name') return;
              expect(text).not.toContain(`"${user}"`);
              expect(text).not.toContain(`Name of ${user}`);
            });
          }
          const visible = chosen.filter((one) => one !== 'hidden').length;
          expect((await rankingOf(hub, 'ever', asking)).total).toBe(visible);
        }
      }),
      { numRuns: 8 },
    );
    for (const user of users) await prefer(hub, user, { ranking: 'name' });
  }, 60_000);

  it('are of one company: what the same person does in another moves nothing here', async () => {
    expect((await rankingOf(hub, 'ever', 'cat')).total).toBe(4);
    await sendAs(hub, undefined, ships('bob', 1, { companyId: 'rival' }));
    expect((await rankingOf(hub, 'ever', 'cat')).total).toBe(4);
    await prefer(hub, 'bob', { ranking: 'hidden' }, 'rival');
    expect((await rankingOf(hub, 'ever', 'cat')).total).toBe(4);
  });

  it('are in the log, which still leads to all that is stored', async () => {
    const { ok, differences, events } = await verify(hub.storage);
    expect(differences).toEqual([]);
    expect([ok, events]).toEqual([true, 28]);
  });
});

describe.each(DATABASES)('a works council over $name', ({ start }) => {
  const hub = hubOver(start, { playbook: playbookOf({ rankings: RANKINGS, privacy: 'works-council' }) });
  beforeAll(async () => {
    for (const [i, user] of ['ann', 'bob', 'cat', 'dan'].entries())
      await sendAs(hub, 'member', ships(user, i + 1));
  }, 60_000);

  it('has nobody in a ranking before they say so, and then by alias', async () => {
    const before = await hub.snapshotOf('ann');
    expect(before.preferences.ranking).toBe('hidden');
    expect(before.rankings.every(({ total }) => total === 0)).toBe(true);
    const refused = await prefer(hub, 'ann', { ranking: 'name' });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'invalid_preferences']);
    for (const user of ['ann', 'bob', 'cat']) await prefer(hub, user, { ranking: 'alias' });
    const ever = await rankingOf(hub, 'ever', 'ann');
    expect(ever).toMatchObject({ total: 3, me: { rank: 3, user: { id: 'ann' } } });
    expect(JSON.stringify(ever)).not.toMatch(/"(?:bob|cat|dan)"/);
  });

  it('shows operators no figures of single people', async () => {
    for (const route of ['/people', '/people/acme/ann']) {
      const answer = await hub.get(`/admin/v1${route}`, KEYS.operatorToken);
      expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'forbidden']);
    }
    const company = await (await hub.get('/admin/v1/companies/acme', KEYS.operatorToken)).json();
    expect(company).toMatchObject({ growth: 400, people: 4, top: [], levelCounts: [] });
    const overview = await (await hub.get('/admin/v1/overview', KEYS.operatorToken)).json();
    expect(overview.privacy).toBe('works-council');
    const live = readStream(await hub.get('/admin/v1/live', KEYS.operatorToken));
    const { data } = await live.next();
    await live.cancel();
    expect(data.events).toHaveLength(10);
    expect(JSON.stringify(data)).not.toMatch(/ann|bob|cat|dan/);
  });
});

it('is followed by every hub on the same database', async () => {
  const database = await (ALL_DATABASES[1] as (typeof ALL_DATABASES)[1]).start();
  const place = await database.fresh();
  const one = await startHub({ database: place });
  const two = await startHub({ database: place });
  try {
    await sendAs(one, undefined, ships('ann', 2));
    await sendAs(two, undefined, ships('bob', 1));
    expect((await rankingOf(two, 'ever', 'bob')).top.map(({ user }) => user.id)).toEqual(['ann', 'bob']);
    await sendAs(one, undefined, ships('cat', 3));
    expect((await rankingOf(two, 'ever', 'bob')).total).toBe(3);
    await prefer(one, 'ann', { ranking: 'hidden' });
    expect((await rankingOf(two, 'ever', 'bob')).top.map(({ user }) => user.id)).toEqual(['cat', 'bob']);
  } finally {
    await one.stop();
    await two.stop();
    await database.stop();
  }
});
