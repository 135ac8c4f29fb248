import {
  type CampaignDetail,
  type CampaignDraft,
  type CampaignList,
  type DecisionView,
  type Deliveries,
  parsePlaybook,
} from '@waymark/contracts';
import { openStorage, type Storage, verify } from '@waymark/hub';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { campaignOf, playbookWith, tourOf } from './campaigns-fixture.js';
import { DATABASES, eventOf, NOW } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

const DAY = 86_400_000;
/** What the hub writes beside is there in a moment; on a busy machine in a longer one. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000 });
const GOAL = { event: 'feature.shipped', days: 2 };

let hub: RunningHub;
afterEach(() => hub?.stop());

async function ask<T>(
  method: string,
  path: string,
  body?: object | string,
  token: string = KEYS.operatorToken,
): Promise<{ status: number; body: T & { error?: { code: string; message: string } } }> {
  const response = await fetch(`${hub.url}/admin/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
const got = async <T>(path: string) => (await ask<T>('GET', path)).body as T;

async function show(userId: string, campaignId: string): Promise<boolean> {
  const response = await fetch(`${hub.url}/v1/claims`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await hub.token(userId)}` },
    body: JSON.stringify({ campaignId, id: `${userId} ${campaignId}` }),
  });
  return (await response.json()).granted;
}
const tell = (userId: string, campaignId: string, kind: string, more: object = {}) =>
  hub.send(eventOf({ userId, event: '$campaign', properties: { campaignId, kind, ...more } as never }));
const idsOf = ({ deliveries }: Deliveries) => deliveries.map(({ campaignId }) => campaignId);
const namesOf = async (userId: string, change = {}) =>
  idsOf((await hub.snapshotOf(userId, change)).campaigns as Deliveries);

describe.each(DATABASES)('operators see of campaigns over $name', ({ start }) => {
  const database = databaseOver(start);

  it('how many entered, met and completed each, and whom it brought to its goal', async () => {
    let clock = NOW;
    hub = await startHub({
      database: await database.fresh(),
      now: () => clock,
      playbook: playbookWith([
        campaignOf('greeting', {
          goal: GOAL,
          experiment: { by: 'user', holdout: 50, salt: 'x' },
          frequency: { max: 5 },
        }),
        campaignOf('drafted', { status: 'draft' }),
        tourOf('around', { goal: { event: 'doc.written', days: 1 } }),
      ]),
    });
    const people = Array.from({ length: 10 }, (_, i) => `u${i}`);
    await Promise.all(people.map((userId) => hub.snapshotOf(userId)));
    const rowOf = async (id: string) =>
      (await got<CampaignList>('/campaigns')).rows.find(
        (row) => row.id === id,
      ) as CampaignList['rows'][number];
    await soon(async () => {
      const { entered, heldOut } = (await rowOf('greeting')).figures;
      expect(entered + heldOut).toBe(10);
      expect((await rowOf('around')).figures.entered).toBe(10);
    });
    const shown = [];
    for (const userId of people) if (await show(userId, 'greeting')) shown.push(userId);
    const [first = '', second = ''] = shown;
    await tell(first, 'greeting', 'clicked', { part: 'here' });
    await tell(first, 'greeting', 'clicked');
    await tell(second, 'greeting', 'dismissed');
    for (const userId of people)
      await hub.send(eventOf({ userId, timestamp: new Date(clock + DAY).toISOString() }));
    expect((await rowOf('greeting')).effect?.groups).toEqual([]);
    clock = NOW + 3 * DAY;
    const { figures, effect, ...row } = await rowOf('greeting');
    expect(row).toEqual({
      id: 'greeting',
      name: 'The greeting',
      kind: 'banner',
      status: 'live',
      channel: 'ambient',
      holdout: 50,
      goal: 'feature.shipped',
      isPushed: false,
    });
    expect(figures).toMatchObject({
      entered: shown.length,
      heldOut: 10 - shown.length,
      shown: shown.length,
      impressions: shown.length,
      clicked: 1,
      dismissed: 1,
      completed: 0,
    });
    expect(effect).toEqual({
      by: 'user',
      days: 2,
      lift: null,
      groups: [
        { group: 'holdout', entered: 10 - shown.length, reached: 10 - shown.length },
        { group: { arm: null }, entered: shown.length, reached: shown.length },
      ],
    });
    // What is taken back, late and new counts as it is when it is asked.
    await hub.send(eventOf({ userId: first, event: 'doc.written', id: 'too-late-for-around' }));
    expect((await rowOf('around')).effect?.groups).toMatchObject([{ entered: 10, reached: 0 }]);
    const { events } = await got<{ events: number }>('/overview');
    expect(events).toBe(14);
    expect((await verify(hub.storage)).differences).toEqual([]);
  });

  it('how far people came in a tour, what they answered, and what the linter says', async () => {
    const steps = ['one', 'two'].map((id) => ({ id, blocks: [{ kind: 'text', text: id }] }));
    hub = await startHub({
      database: await database.fresh(),
      playbook: playbookWith([
        tourOf('around', { content: { kind: 'tour', steps } }),
        campaignOf('asks', { content: { kind: 'modal', blocks: [{ kind: 'progress', of: 'level' }] } }),
      ]),
    });
    for (const userId of ['u1', 'u2']) await tell(userId, 'around', 'step', { part: 'one' });
    await tell('u1', 'around', 'step', { part: 'two' });
    await tell('u1', 'around', 'step', { part: 'two' });
    await tell('u1', 'asks', 'answered', { question: 'q', answer: ['good', 'fast'] });
    await tell('u2', 'asks', 'answered', { question: 'q', answer: ['good'] });
    await tell('u2', 'asks', 'answered', { question: 'words', answer: 'my secret words' });
    const tour = await got<CampaignDetail>('/campaigns/around');
    expect(tour.parts).toEqual([
      { part: 'one', people: 2 },
      { part: 'two', people: 1 },
    ]);
    expect(tour.findings.map(({ path }) => path)).toContain('');
    const asks = await got<CampaignDetail>('/campaigns/asks');
    expect(asks.answers).toEqual([
      { question: 'q', answer: 'good', count: 2 },
      { question: 'q', answer: 'fast', count: 1 },
    ]);
    expect(JSON.stringify(asks)).not.toContain('secret words');
    expect((await ask('GET', '/campaigns/no-such')).status).toBe(404);
  });
});

describe('why', () => {
  it('names every gate with what the person has there', async () => {
    hub = await startHub({
      playbook: playbookWith([
        campaignOf('pro', { audience: { '$user.plan': 'pro' }, placement: { pages: ['/reports/**'] } }),
        tourOf('first', { priority: 2, frequency: { max: 1 } }),
        tourOf('second'),
      ]),
    });
    await hub.send(eventOf({ type: 'identify', event: undefined as never, traits: { plan: 'free' } }));
    const view = await got<DecisionView>('/campaigns/pro/why?userId=u1&companyId=acme');
    expect(view).toMatchObject({ userId: 'u1', companyId: 'acme', at: '2026-08-22T14:00:00+02:00' });
    const [verdict] = view.verdicts;
    expect(view.verdicts).toHaveLength(1);
    expect(verdict).toMatchObject({
      campaignId: 'pro',
      outcome: 'stopped',
      stoppedBy: 'audience',
      state: 'never',
    });
    expect(verdict?.gates.map(({ gate, passed }) => [gate, passed])).toEqual([
      ['status', true],
      ['schedule', true],
      ['audience', false],
      ['trigger', true],
      ['experiment', true],
      ['frequency', true],
      ['limits', true],
      ['slot', true],
    ]);
    expect(verdict?.gates[2]).toEqual({
      gate: 'audience',
      passed: false,
      words: '$user.plan is "free", not as expected: "pro"',
      readings: [{ path: '$user.plan', expected: 'pro', actual: 'free', holds: false }],
    });
    expect(await show('u1', 'first')).toBe(true);
    const [shown] = (await got<DecisionView>('/campaigns/first/why?userId=u1&companyId=acme')).verdicts;
    expect(shown).toMatchObject({ stoppedBy: 'frequency', state: 'shown' });
    expect(shown?.gates[5]?.readings).toEqual([
      { path: 'first max', expected: 'fewer than 1', actual: 1, holds: false },
    ]);
  });

  it('tries any page and time, and a draft, and logs nothing', async () => {
    const playbook = playbookWith([
      campaignOf('nightly', { schedule: { hours: { from: 22 } }, placement: { pages: ['/reports/*'] } }),
    ]);
    hub = await startHub({ playbook });
    await hub.send(eventOf({ event: 'doc.written' }));
    const decide = async (more: object) =>
      (await ask<DecisionView>('POST', '/decisions', { userId: 'u1', companyId: 'acme', ...more })).body;
    expect((await decide({})).verdicts).toMatchObject([{ stoppedBy: 'schedule', isOnPage: true }]);
    const night = await decide({ at: '2026-08-22T23:00:00+02:00', path: '/reports/7' });
    expect(night.verdicts).toMatchObject([{ outcome: 'delivered', isOnPage: true }]);
    expect(idsOf(night.campaigns)).toEqual(['nightly']);
    expect((await decide({ path: '/other' })).verdicts).toMatchObject([{ isOnPage: false }]);
    // A draft may count what nobody counted before, and take the place of what is live.
    const draft = campaignOf('nightly', {
      status: 'draft',
      audience: { $events: { event: 'doc.written', count: 1 } },
    });
    expect((await decide({ campaign: draft })).verdicts).toMatchObject([{ outcome: 'delivered' }]);
    const other = await decide({ campaign: campaignOf('new', { status: 'draft' }) });
    expect(other.verdicts.map(({ campaignId }) => campaignId)).toEqual(['new', 'nightly'].sort());
    const log = await hub.storage.reader.kysely.selectFrom('log').select('event_id').execute();
    expect(log).toHaveLength(1);
  });

  it.each([
    [{ companyId: 'acme' }, '`userId`'],
    [{ userId: 'u1', path: 'reports' }, '`path`'],
    [{ userId: 'u1', at: '2026-08-22' }, '`at`'],
    [{ userId: 'u1', campaign: { id: 'x' } }, '`campaign.name`'],
    [{ userId: 'u1', campaign: 7 }, '`campaign.'],
  ])('refuses %j', async (question, word) => {
    hub = await startHub({ playbook: playbookWith([campaignOf('it')]) });
    const { status, body } = await ask('POST', '/decisions', question);
    expect([status, body.error?.code]).toEqual([400, 'invalid_campaign']);
    expect(body.error?.message).toContain(word);
  });

  it('is told to nobody under a works council’s eye, and to no browser', async () => {
    hub = await startHub({ playbook: playbookWith([campaignOf('it')], { privacy: 'works-council' }) });
    expect((await ask('GET', '/campaigns/it/why?userId=u1')).status).toBe(403);
    expect((await ask('POST', '/decisions', { userId: 'u1' })).status).toBe(403);
    expect((await ask('GET', '/campaigns')).status).toBe(200);
    const token = await hub.token('u1');
    for (const path of ['/campaigns', '/campaigns/it', '/campaigns/it/why?userId=u1', '/drafts'])
      expect((await ask('GET', path, undefined, token)).status).toBe(401);
    expect((await ask('POST', '/decisions', { userId: 'u1' }, token)).status).toBe(401);
    expect((await ask('POST', '/campaigns/it/pushes', {}, token)).status).toBe(401);
    expect((await ask('PUT', '/drafts/it', {}, token)).status).toBe(401);
  });
});

describe.each(DATABASES)('pushes over $name', ({ start }) => {
  const database = databaseOver(start);
  const playbook = playbookWith(
    [
      campaignOf('news', {
        content: { kind: 'popup', blocks: [{ kind: 'text', text: 'News' }] },
        triggers: [{ kind: 'push', hours: 1 }],
      }),
      campaignOf('calm'),
    ],
    { audiences: [{ id: 'shippers', name: 'Shippers', when: { $growth: { $gte: 40 } } }] },
  );
  let made = 0;
  const push = (to: unknown, change: object = {}, campaignId = 'news') =>
    ask<{ status: string; online: number }>('POST', `/campaigns/${campaignId}/pushes`, {
      id: `push ${made++}`,
      operator: 'Ola',
      to,
      ...change,
    });

  it('reach one person, a named audience or everybody, at once and for a while', async () => {
    let clock = NOW;
    hub = await startHub({ database: await database.fresh(), playbook, now: () => clock });
    const stream = readStream(await hub.get('/v1/stream', await hub.token('u1')));
    const first = await stream.next();
    expect(idsOf(first.data.snapshot.campaigns)).toEqual(['calm']);
    const nextOf = async () => {
      for (;;) {
        const { campaigns } = (await stream.next()).data.replace;
        if (campaigns !== undefined) return idsOf(campaigns);
      }
    };
    expect((await push({ userId: 'u1', companyId: 'acme' }, { id: 'one' })).body).toMatchObject({
      status: 'accepted',
      online: 1,
    });
    expect(await nextOf()).toEqual(['calm', 'news']);
    expect((await push({ userId: 'u1', companyId: 'acme' }, { id: 'one' })).body.status).toBe('duplicate');
    expect(await namesOf('u2')).toEqual(['calm']);

    await hub.send(eventOf({ userId: 'u3' }));
    const live = readStream(await hub.get('/admin/v1/live', KEYS.operatorToken));
    expect((await push({ audience: 'shippers' })).body.online).toBe(1);
    await live.cancel();
    expect(await namesOf('u3')).toEqual(['calm', 'news']);
    expect(await namesOf('u2')).toEqual(['calm']);
    await push('everybody');
    expect(await namesOf('u2')).toEqual(['calm', 'news']);

    clock = NOW + 3_600_000 - 1_000;
    expect(await namesOf('u2')).toEqual(['calm', 'news']);
    clock = NOW + 3_600_000;
    const views = await got<CampaignDetail>('/campaigns/news');
    expect(views.pushes.map(({ to, operator }) => [to, operator])).toEqual([
      ['everybody', 'Ola'],
      [{ audience: 'shippers' }, 'Ola'],
      [{ userId: 'u1', companyId: 'acme' }, 'Ola'],
    ]);
    clock = NOW + 3_500_000;
    const why = await got<DecisionView>('/campaigns/news/why?userId=u4');
    expect(why.verdicts[0]?.gates[3]).toMatchObject({ gate: 'trigger', passed: true });
    expect((await verify(hub.storage)).differences).toEqual([]);
    await stream.cancel();
  });

  it('reach who looks on at another hub on the same database', async () => {
    const place = await database.fresh();
    const storages = [await openStorage(place), await openStorage(place)];
    hub = await startHub({ playbook, storage: storages[0] as Storage });
    const other = await startHub({ playbook, storage: storages[1] as Storage });
    const stream = readStream(await other.get('/v1/stream', await other.token('u1')));
    expect(idsOf((await stream.next()).data.snapshot.campaigns)).toEqual(['calm']);
    await push('everybody');
    for (let told: string[] = []; !told.includes('news'); ) {
      const { campaigns } = (await stream.next()).data.replace;
      if (campaigns !== undefined) told = idsOf(campaigns);
    }
    await stream.cancel();
    await other.stop();
    await hub.stop();
    for (const storage of storages) await storage.close();
  });

  it('go with who is merged and are forgotten with who is erased', async () => {
    hub = await startHub({ database: await database.fresh(), playbook });
    await hub.send(eventOf({ userId: 'old' }), eventOf({ userId: 'new' }));
    await push({ userId: 'old', companyId: 'acme' });
    await hub.tell(eventOf({ userId: 'old', event: '$merge', properties: { userId: 'new' } }));
    expect(await namesOf('new')).toEqual(['calm', 'news']);
    expect((await verify(hub.storage)).differences).toEqual([]);
    await ask('DELETE', '/people/new');
    expect(await hub.storage.reader.kysely.selectFrom('pushes').selectAll().execute()).toEqual([]);
    expect((await verify(hub.storage)).differences).toEqual([]);
  });

  it.each([
    ['a campaign that comes by itself', 'everybody', {}, 'calm', 400, 'trigger'],
    ['nobody', undefined, {}, 'news', 400, '`to`'],
    ['an unknown audience', { audience: 'strangers' }, {}, 'news', 400, '`to`'],
    ['no id', 'everybody', { id: '' }, 'news', 400, '`id`'],
    ['an odd operator', 'everybody', { operator: 7 }, 'news', 400, '`operator`'],
    ['an unknown campaign', 'everybody', {}, 'no-such', 404, 'campaign'],
  ])('refuse %s', async (_, to, change, campaignId, status, word) => {
    hub = await startHub({ playbook });
    const { status: got, body } = await push(to, change, campaignId);
    expect(got).toBe(status);
    expect(body.error?.message).toContain(word);
    expect(await hub.storage.reader.kysely.selectFrom('log').selectAll().execute()).toEqual([]);
  });
});

describe('drafts', () => {
  const playbook = playbookWith([campaignOf('live')]);
  const save = (campaign: unknown, id = 'fresh', more: object = {}) =>
    ask<CampaignDraft>('PUT', `/drafts/${id}`, { campaign, operator: 'Ola', ...more } as object);

  it('are kept right or not, told what is wrong with them, and go live by the playbook file', async () => {
    hub = await startHub({ playbook });
    const broken = await save({ id: 'fresh', content: { kind: 'tour', steps: [] } });
    expect(broken.status).toBe(200);
    expect(broken.body.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'status', 'content.steps']),
    );
    expect((await ask('GET', '/drafts/fresh/playbook')).status).toBe(409);
    const { body } = await save(campaignOf('fresh', { audience: { $growth: { $lt: 0 } } }));
    expect(body).toMatchObject({
      problems: [],
      replaces: false,
      operator: 'Ola',
      savedAt: '2026-08-22T12:00:00.000Z',
    });
    expect(body.findings.map(({ path }) => path)).toContain('audience');
    await save(campaignOf('live', { name: 'Anew' }), 'live');
    const { rows } = await got<{ rows: CampaignDraft[] }>('/drafts');
    expect(rows.map(({ campaignId, replaces }) => [campaignId, replaces])).toEqual([
      ['fresh', false],
      ['live', true],
    ]);
    const parsed = parsePlaybook(await got('/drafts/live/playbook'));
    expect(parsed).toMatchObject({
      ok: true,
      value: { version: 2, campaigns: [{ id: 'live', name: 'Anew' }] },
    });
    expect(await namesOf('u1')).toEqual(['live']);
    expect((await ask('DELETE', '/drafts/fresh')).status).toBe(204);
    expect((await ask('GET', '/drafts/fresh')).status).toBe(404);
    expect((await ask('DELETE', '/drafts/fresh')).status).toBe(404);
  });

  it.each([
    ['another id', campaignOf('other'), 'fresh', 400],
    ['no object', [], 'fresh', 400],
    ['nothing', undefined, 'fresh', 400],
    ['a bad id', { id: 'Not A Slug' }, 'Not%20A%20Slug', 400],
    ['too much', { id: 'fresh', name: 'x'.repeat(200_001) }, 'fresh', 413],
  ])('of %s are refused', async (_, campaign, id, status) => {
    hub = await startHub({ playbook });
    expect((await save(campaign, id)).status).toBe(status);
    expect(await got('/drafts')).toEqual({ rows: [] });
  });

  it('nested without end are refused', async () => {
    hub = await startHub({ playbook });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { status } = await ask('PUT', '/drafts/fresh', `{"campaign":{"id":"fresh","x":${deep}}}`);
    expect([400, 413]).toContain(status);
  });
});
