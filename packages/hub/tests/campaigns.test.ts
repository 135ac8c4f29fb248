import type { ClaimAnswer, Deliveries, Snapshot } from '@waymark/contracts';
import { openStorage, signToken, verify } from '@waymark/hub';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { campaignOf, playbookWith, tourOf } from './campaigns-fixture.js';
import { DATABASES, eventOf, NOW, PLAYBOOK_INPUT, playbookOf, temporaryFolder } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

const HOUR = 3_600_000;
/** What the hub writes beside is there in a moment; on a busy machine in a longer one. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000 });
const idsOf = ({ deliveries }: Deliveries) => deliveries.map(({ campaignId }) => campaignId);
const namesOf = async (hub: RunningHub, userId: string, change = {}) =>
  idsOf((await hub.snapshotOf(userId, change)).campaigns as Deliveries);

let claims = 0;
async function claim(
  hub: RunningHub,
  userId: string,
  campaignId: unknown,
  { id = `claim ${claims++}` as unknown, companyId = 'acme' } = {},
): Promise<{ status: number; body: ClaimAnswer & { error?: { code: string; message: string } } }> {
  const response = await fetch(`${hub.url}/v1/claims`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await hub.token(userId, { companyId })}` },
    body: JSON.stringify({ campaignId, id }),
  });
  return { status: response.status, body: await response.json() };
}
const isGranted = async (...of: Parameters<typeof claim>) => (await claim(...of)).body.granted;

const tell = (hub: RunningHub, userId: string, campaignId: string, kind: string, more: object = {}) =>
  hub.send(
    eventOf({ userId, event: '$campaign', properties: { campaignId, kind, ...more } as never, ...more }),
  );

/** What the log says of a campaign, oldest first. */
async function wordsOf(hub: RunningHub, campaignId: string) {
  const rows = await hub.storage.reader.kysely
    .selectFrom('impressions')
    .select(['user_id', 'kind', 'arm'])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();
  return rows.map(({ user_id, kind }) => `${user_id} ${kind}`);
}
const written = (hub: RunningHub, campaignId: string, words: readonly string[]) =>
  soon(async () => expect(await wordsOf(hub, campaignId)).toEqual(words));
const agrees = async (hub: RunningHub) => expect((await verify(hub.storage)).differences).toEqual([]);

describe.each(DATABASES)('campaigns over $name', ({ start }) => {
  const database = databaseOver(start);
  const playbook = playbookWith(
    [
      campaignOf('once', { frequency: { max: 1 } }),
      campaignOf('shared', { limits: ['calm'] }),
      campaignOf('scarce', { limits: ['together'] }),
      campaignOf('secret', {
        experiment: { by: 'user', holdout: 90, salt: 'held' },
        goal: { event: 'feature.shipped', days: 7 },
        content: { kind: 'banner', blocks: [{ kind: 'text', text: 'canary' }] },
      }),
      campaignOf('paused', { status: 'paused' }),
      tourOf('paid', { rewards: { points: 25, outcome: 'activation' } }),
      campaignOf('steps', {
        rewards: { points: 30, outcome: 'activation' },
        content: {
          kind: 'checklist',
          items: [
            { id: 'ship', name: 'Ship', event: 'feature.shipped', at: 2 },
            { id: 'write', name: 'Write', event: 'doc.written' },
          ],
        },
      }),
    ],
    {
      limitGroups: [
        { id: 'calm', name: 'Calm', limits: [{ by: 'user', times: 2, hours: 24 }] },
        { id: 'together', name: 'Together', limits: [{ by: 'company', times: 3, hours: 24 }] },
      ],
    },
  );
  let hub: RunningHub;
  /** Another process on the same database, with a writer of its own. */
  let other: RunningHub;
  beforeAll(async () => {
    const place = await database.fresh();
    hub = await startHub({ storage: await openStorage(place), playbook });
    other = await startHub({ storage: await openStorage(place), playbook });
  }, 60_000);
  afterAll(async () => {
    for (const { storage, stop } of [other, hub]) {
      await stop();
      await storage.close();
    }
  });

  it('are claimed as often as they may be, by however many devices at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => isGranted(i % 2 === 0 ? hub : other, 'ann', 'once')),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    const { body } = await claim(hub, 'ann', 'once');
    expect(body).toMatchObject({
      granted: false,
      campaigns: { allowances: { 'calm user 2 in 24 hours': 2 } },
    });
    expect(idsOf((body as { campaigns: Deliveries }).campaigns)).not.toContain('once');
    await written(hub, 'once', ['ann entered', 'ann shown']);
    await agrees(hub);
  });

  it('count once for a claim whose answer was lost, and never for another’s', async () => {
    expect(await isGranted(hub, 'bob', 'shared', { id: 'lost' })).toBe(true);
    expect(await isGranted(other, 'bob', 'shared', { id: 'lost' })).toBe(true);
    expect(await isGranted(hub, 'bea', 'shared', { id: 'lost' })).toBe(true);
    expect(await isGranted(hub, 'bob', 'shared')).toBe(true);
    expect(await isGranted(hub, 'bob', 'shared')).toBe(false);
    expect(await isGranted(hub, 'bob', 'shared', { id: 'lost' })).toBe(true);
    expect((await wordsOf(hub, 'shared')).filter((word) => word === 'bob shown')).toHaveLength(2);
  });

  it('keep the limits of a company over all of its people at once, and of no other one', async () => {
    const people = ['cy', 'cal', 'cleo', 'chad', 'cora', 'carl'];
    const answers = await Promise.all(
      people.map((userId, i) => isGranted(i % 2 === 0 ? hub : other, userId, 'scarce')),
    );
    expect(answers.filter(Boolean)).toHaveLength(3);
    expect(await namesOf(hub, 'late')).not.toContain('scarce');
    expect(await isGranted(hub, 'cy', 'scarce', { companyId: 'rival' })).toBe(true);
  });

  it.each([
    ['paused', 'for a paused campaign'],
    ['no-such', 'for one that nobody knows'],
  ])('are not granted %s', async (campaignId) => {
    const answer = await claim(hub, 'dan', campaignId);
    expect(answer).toMatchObject({ status: 200, body: { granted: false, campaigns: {} } });
    expect(await wordsOf(hub, campaignId)).toEqual([]);
  });

  it.each([
    ['Not A Slug', 'id', 'campaignId'],
    [7, 'id', 'campaignId'],
    ['once', '', 'id'],
    ['once', 7, 'id'],
  ])('are refused %j with the id %j', async (campaignId, id, path) => {
    const { status, body } = await claim(hub, 'dan', campaignId, { id });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'invalid_claim' });
    expect(body.error?.message).toContain(`\`${path}\``);
  });

  it('are claimed by the token’s person alone', async () => {
    for (const authorization of [undefined, `Bearer ${KEYS.publicKey}`, `Bearer ${KEYS.operatorToken}`]) {
      const response = await fetch(`${hub.url}/v1/claims`, {
        method: 'POST',
        headers: authorization === undefined ? {} : { authorization },
        body: JSON.stringify({ campaignId: 'once', id: 'x' }),
      });
      expect(response.status).toBe(401);
    }
    const response = await fetch(`${hub.url}/v1/claims`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token('dora')}` },
      body: JSON.stringify({ campaignId: 'once', id: 'x', userId: 'dan' }),
    });
    expect(response.status).toBe(400);
  });

  it('are kept from those held out, who are written down once, whoever asks at once', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `h${i}`);
    const views = await Promise.all(
      people.flatMap((userId) => [hub.snapshotOf(userId), other.snapshotOf(userId), hub.snapshotOf(userId)]),
    );
    const wordsOfThem = async () => (await wordsOf(hub, 'secret')).filter((word) => /^h\d/.test(word));
    await soon(async () => expect(await wordsOfThem()).toHaveLength(12));
    const words = await wordsOfThem();
    expect(new Set(words).size).toBe(words.length);
    const heldOut = people.filter((userId) => words.includes(`${userId} held_out`));
    expect(heldOut.length).toBeGreaterThan(6);
    expect(heldOut.length).toBeLessThan(12);
    const isTold = (view: Snapshot) => JSON.stringify(view).includes('canary');
    people.forEach((userId, i) => {
      for (const view of views.slice(3 * i, 3 * i + 3))
        expect(isTold(view), userId).toBe(!heldOut.includes(userId));
    });
    const [held = ''] = heldOut;
    expect(await isGranted(hub, held, 'secret')).toBe(false);
    await agrees(hub);
  });

  it('tell of a person’s own word, and take the hub’s from nobody', async () => {
    for (const kind of ['entered', 'held_out', 'shown']) {
      const event = eventOf({ userId: 'eve', event: '$campaign', properties: { campaignId: 'once', kind } });
      for (const response of [await hub.send(event), await hub.tell(event)]) {
        const { verdicts } = await response.json();
        expect(verdicts).toMatchObject([{ status: 'rejected', code: 'forbidden' }]);
        expect(verdicts[0].message).toContain('events[0].properties.kind');
      }
    }
    for (const [properties, path] of [
      [{ campaignId: 'once', kind: 'danced' }, 'properties.kind'],
      [{ campaignId: 'Once', kind: 'clicked' }, 'properties.campaignId'],
      [undefined, 'properties'],
    ] as const) {
      const { verdicts } = await (
        await hub.send(eventOf({ userId: 'eve', event: '$campaign', ...(properties && { properties }) }))
      ).json();
      expect(verdicts).toMatchObject([{ status: 'rejected', code: 'invalid_event' }]);
      expect(verdicts[0].message).toContain(path);
    }
    // One of an older playbook is taken as well.
    const { verdicts } = await (await tell(hub, 'eve', 'long-gone', 'clicked')).json();
    expect(verdicts).toMatchObject([{ status: 'accepted' }]);
    expect(await wordsOf(hub, 'long-gone')).toEqual(['eve clicked']);
  });

  it('pay for a tour that the hub let be shown and the person completed, once', async () => {
    await hub.send(eventOf({ userId: 'fay', event: 'doc.written' }));
    await tell(hub, 'fay', 'paid', 'completed');
    await hub.snapshotOf('fay');
    expect(await isGranted(hub, 'fred', 'paid')).toBe(true);
    await tell(hub, 'fred', 'paid', 'completed');
    await Promise.all([hub.snapshotOf('fred'), other.snapshotOf('fred'), hub.snapshotOf('fred')]);
    await soon(async () => expect((await hub.snapshotOf('fred')).growth).toBe(25));
    await tell(hub, 'fred', 'paid', 'completed');
    const { growth, ledger } = await hub.snapshotOf('fred');
    expect(growth).toBe(25);
    expect(ledger).toMatchObject([
      { ruleId: 'campaign:paid', ruleName: 'The paid', points: 25, event: '$campaign', playbookVersion: 1 },
    ]);
    expect((await hub.snapshotOf('fay')).growth).toBe(0);
    await agrees(hub);
  });

  it('pay for a checklist by real events alone, and not by a browser’s word', async () => {
    const itemsOf = async (userId: string) => {
      const { campaigns } = await hub.snapshotOf(userId);
      const found = campaigns?.deliveries.find(({ campaignId }) => campaignId === 'steps');
      return found?.content.kind === 'checklist' ? found.content.items.map(({ done }) => done) : null;
    };
    await tell(hub, 'gus', 'steps', 'completed');
    expect(await itemsOf('gus')).toEqual([false, false]);
    await hub.send(eventOf({ userId: 'gus' }), eventOf({ userId: 'gus', event: 'doc.written' }));
    expect(await itemsOf('gus')).toEqual([false, true]);
    await hub.send(eventOf({ userId: 'gus' }));
    await soon(async () => expect((await hub.snapshotOf('gus')).growth).toBe(110));
    expect(await itemsOf('gus')).toBeNull();
    expect((await wordsOf(hub, 'steps')).filter((word) => word.startsWith('gus'))).toEqual([
      'gus entered',
      'gus completed',
    ]);
    await agrees(hub);
  });

  it('follow a person who is merged, an event that is taken back, and an erasure', async () => {
    const correct = (userId: string, event: string, properties: object) =>
      fetch(`${hub.url}/admin/v1/corrections`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEYS.operatorToken}` },
        body: JSON.stringify({
          userId,
          companyId: 'acme',
          operator: 'Ola',
          id: `${event} ${userId}`,
          event,
          properties,
        }),
      });
    await hub.send(eventOf({ userId: 'old' }), eventOf({ userId: 'new' }));
    expect(await isGranted(hub, 'old', 'once')).toBe(true);
    await tell(hub, 'old', 'shared', 'dismissed', { id: 'away' });
    expect(await namesOf(hub, 'old')).not.toContain('shared');
    expect((await correct('old', '$void', { eventId: 'away' })).status).toBe(200);
    expect(await namesOf(hub, 'old')).toContain('shared');
    expect(await namesOf(hub, 'new')).toContain('once');
    expect((await correct('old', '$merge', { userId: 'new' })).status).toBe(200);
    expect(await namesOf(hub, 'new')).not.toContain('once');
    expect(await isGranted(hub, 'new', 'once')).toBe(false);
    expect(await isGranted(hub, 'old', 'once')).toBe(false);
    await agrees(hub);
    const erased = await fetch(`${hub.url}/admin/v1/people/new`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
    });
    expect(erased.status).toBe(200);
    const left = await hub.storage.reader.kysely.selectFrom('impressions').selectAll().execute();
    expect(JSON.stringify(left)).not.toMatch(/"(?:old|new)"/);
    await agrees(hub);
    // Who comes again is somebody new.
    expect(await namesOf(hub, 'new')).toContain('once');
    await soon(async () => expect(await wordsOf(hub, 'once')).toContain('new entered'));
  });

  it('count what both ids did once they are one person, and only what stands', async () => {
    const done = async (userId: string) => {
      const { campaigns } = await hub.snapshotOf(userId);
      const found = campaigns?.deliveries.find(({ campaignId }) => campaignId === 'steps');
      return found?.content.kind === 'checklist' ? found.content.items.map((item) => item.done) : null;
    };
    const correct = (userId: string, event: string, properties: object) =>
      hub.tell(eventOf({ userId, event, properties: properties as never }));
    await hub.send(eventOf({ userId: 'ida', id: 'first' }), eventOf({ userId: 'ina' }));
    expect(await done('ina')).toEqual([false, false]);
    await correct('ida', '$merge', { userId: 'ina' });
    expect(await done('ina')).toEqual([true, false]);
    await correct('ida', '$void', { eventId: 'first' });
    expect(await done('ina')).toEqual([false, false]);
    await hub.send(eventOf({ userId: 'ida' }));
    expect(await done('ina')).toEqual([true, false]);
    await other.send(eventOf({ userId: 'ina', event: 'doc.written' }));
    await soon(async () => expect(await done('ina')).toBeNull());
  });
});

describe('what people are to meet', () => {
  let hub: RunningHub;
  afterEach(() => hub?.stop());

  async function streamOf(userId: string, now = NOW) {
    const token = await signToken(KEYS.signingKey, { userId, companyId: 'acme' }, { now });
    const stream = readStream(await hub.get('/v1/stream', token));
    const { data } = await stream.next();
    let told: Deliveries = data.snapshot.campaigns;
    return {
      told: () => told,
      /** Reads on until a message tells of campaigns. */
      async next(): Promise<Deliveries> {
        for (;;) {
          const message = (await stream.next()).data;
          if (message.replace?.campaigns === undefined) continue;
          told = message.replace.campaigns;
          return told;
        }
      },
      raw: stream.raw,
      cancel: stream.cancel,
    };
  }

  it('is in no snapshot of a playbook without campaigns', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    expect(await hub.snapshotOf('u1')).not.toHaveProperty('campaigns');
    expect(await (await claim(hub, 'u1', 'any')).body).toEqual({
      granted: false,
      campaigns: { deliveries: [], standby: [], allowances: {} },
    });
  });

  it('holds the person’s own words, and nothing of whom it is for', async () => {
    hub = await startHub({
      playbook: playbookWith([
        campaignOf('mine', { audience: { '$user.plan': 'canary-plan', $role: { $ne: 'canary-role' } } }),
        campaignOf('theirs', { audience: { '$user.plan': 'other' } }),
      ]),
    });
    await hub.send(
      eventOf({ type: 'identify', event: undefined as never, traits: { plan: 'canary-plan', name: 'Ada' } }),
    );
    const { campaigns } = await hub.snapshotOf('u1');
    expect(idsOf(campaigns as Deliveries)).toEqual(['mine']);
    expect(JSON.stringify(campaigns)).toContain('Ada');
    expect(JSON.stringify(campaigns)).not.toMatch(/canary|theirs|other/);
  });

  it('knows a person by the name that their token says, until traits say another', async () => {
    hub = await startHub({ playbook: playbookWith([campaignOf('it')]) });
    const said = async () => JSON.stringify((await hub.snapshotOf('u1', { name: 'Ada Token' })).campaigns);
    expect(await said()).toContain('Ada Token');
    await hub.send(eventOf({ type: 'identify', event: undefined as never, traits: { name: 'Ada Trait' } }));
    expect(await said()).toContain('Ada Trait');
  });

  it.each<[string, object, object[], object]>([
    ['role', { $role: 'administrator' }, [eventOf()], { role: 'administrator' }],
    ['growth', { $growth: { $gte: 40 }, $level: 1, '$badge.shipper': 'bronze' }, [eventOf()], {}],
    [
      'traits of the company',
      { '$company.seats': { $gt: 3 } },
      [eventOf({ type: 'group', event: undefined as never, traits: { seats: 5 } })],
      {},
    ],
    [
      'language and region',
      { $language: 'de-CH', $region: 'CH' },
      [eventOf({ context: { locale: 'de-CH', timezone: 'Europe/Zurich' } })],
      {},
    ],
    [
      'events of a kind',
      { $events: { event: 'change.committed', where: { files: { $gt: 2 } }, days: 3, count: 2 } },
      [
        eventOf({ event: 'change.committed', properties: { files: 3 } }),
        eventOf({ event: 'change.committed', properties: { files: 4 } }),
        eventOf({ event: 'change.committed', properties: { files: 1 } }),
        eventOf({
          event: 'change.committed',
          properties: { files: 9 },
          timestamp: '2026-08-18T10:00:00+02:00',
        }),
      ],
      {},
    ],
    [
      'events of colleagues',
      { $events: { event: 'doc.written', by: 'company', count: 2 } },
      [eventOf({ event: 'doc.written', userId: 'u2' }), eventOf({ event: 'doc.written' })],
      {},
    ],
    [
      'pages',
      { $events: { event: '$page', count: 1 } },
      [eventOf({ type: 'page', event: undefined as never })],
      {},
    ],
    ['not being there', { $online: false }, [eventOf()], {}],
  ])('goes by %s', async (_, audience, events, as) => {
    hub = await startHub({ playbook: playbookWith([campaignOf('it', { audience })]) });
    expect(await namesOf(hub, 'u1')).toEqual('$online' in audience ? ['it'] : []);
    await hub.send(...events);
    expect(await namesOf(hub, 'u1', as)).toEqual(['it']);
  });

  it('goes by where a person stands in a lifecycle', async () => {
    const lifecycles = [
      {
        id: 'first',
        name: 'First',
        of: 'user',
        stages: [
          {
            id: 'trial',
            name: 'Trial',
            from: { day: 0 },
            nodes: [{ id: 'shipped', name: 'Shipped', event: 'feature.shipped', by: 3 }],
          },
        ],
      },
    ];
    hub = await startHub({
      playbook: playbookWith(
        [
          campaignOf('missed', {
            triggers: [{ kind: 'node', lifecycle: 'first', node: 'shipped', change: 'missed' }],
          }),
        ],
        { lifecycles },
      ),
    });
    const seen = (userId: string, day: string) =>
      hub.send(eventOf({ userId, event: 'doc.written', timestamp: `${day}T10:00:00+02:00` }));
    await seen('u1', '2026-08-22');
    await seen('u2', '2026-08-17');
    expect(await namesOf(hub, 'u1')).toEqual([]);
    expect(await namesOf(hub, 'u2')).toEqual(['missed']);
  });

  it('goes by how the company does among those at its level', async () => {
    hub = await startHub({
      playbook: playbookWith([
        campaignOf('few', { audience: { $weakest: 'breadth', '$diagnosis.breadth': 25 } }),
      ]),
    });
    const at = (userId: string, companyId: string, timestamp = '2026-08-21T10:00:00+02:00') =>
      eventOf({ userId, companyId, timestamp });
    const long = '2026-05-01T10:00:00+02:00';
    await hub.tell(at('u1', 'acme'), at('u2', 'acme'), at('r1', 'rival'));
    await hub.tell(at('r2', 'rival', long), at('r3', 'rival', long));
    expect(await namesOf(hub, 'u1')).toEqual([]);
    expect(await namesOf(hub, 'r1', { companyId: 'rival' })).toEqual(['few']);
    expect(await namesOf(hub, 'nobody', { companyId: 'unknown' })).toEqual([]);
  });

  it('is told again when it changes, and only then', async () => {
    hub = await startHub({
      playbook: playbookWith([
        campaignOf('early', { audience: { $growth: { $lt: 40 } } }),
        campaignOf('always', { frequency: { max: 2 } }),
      ]),
    });
    const stream = await streamOf('u1');
    expect(idsOf(stream.told())).toEqual(['always', 'early']);
    await hub.send(eventOf({ event: 'doc.written' }));
    await hub.send(eventOf());
    expect(idsOf(await stream.next())).toEqual(['always']);
    expect(await isGranted(hub, 'u1', 'always')).toBe(true);
    expect((await stream.next()).allowances).toEqual({ 'always max': 1 });
    expect(stream.raw().match(/"campaigns":/g)).toHaveLength(3);
    await stream.cancel();
  });

  it('is told to colleagues when a limit of the company is used up', async () => {
    hub = await startHub({
      playbook: playbookWith([campaignOf('scarce', { limits: ['all'] })], {
        limitGroups: [{ id: 'all', name: 'All', limits: [{ by: 'company', times: 1, hours: 24 }] }],
      }),
    });
    const stream = await streamOf('u2');
    expect(idsOf(stream.told())).toEqual(['scarce']);
    expect(await isGranted(hub, 'u1', 'scarce')).toBe(true);
    expect(idsOf(await stream.next())).toEqual([]);
    await stream.cancel();
  });

  it.each([
    ['do together', eventOf({ userId: 'u2', event: 'doc.written' })],
    ['bring their company', eventOf({ userId: 'u2' })],
    [
      'have said of it',
      eventOf({ userId: 'u2', type: 'group', event: undefined as never, traits: { plan: 'pro' } }),
    ],
  ])('is told to colleagues when it depends on what they %s', async (_, event) => {
    const [ship, ...others] = PLAYBOOK_INPUT.rules;
    hub = await startHub({
      playbook: playbookWith(
        [
          campaignOf('it', {
            audience: {
              $or: [
                { $events: { event: 'doc.written', by: 'company' } },
                { $companyGrowth: { $gte: 40 } },
                { '$company.plan': 'pro' },
              ],
            },
          }),
        ],
        { rules: [{ ...ship, to: 'both' }, ...others] },
      ),
    });
    const stream = await streamOf('u1');
    expect(idsOf(stream.told())).toEqual([]);
    await hub.send(event);
    expect(idsOf(await stream.next())).toEqual(['it']);
    await stream.cancel();
  });

  it.each([
    ['a rest ends', { frequency: { snooze: { hours: 1 } } }, 'snoozed', HOUR],
    ['an hour begins', { schedule: { hours: { from: 13 } } }, null, HOUR],
    ['an impression is past', { frequency: { every: { hours: 2 } } }, 'shown', 2 * HOUR],
  ])('is told when %s, without an event', async (_, change, kind, wait) => {
    let clock = NOW;
    hub = await startHub({
      playbook: playbookWith([campaignOf('it', change), campaignOf('other')]),
      now: () => clock,
    });
    if (kind === 'shown') expect(await isGranted(hub, 'u1', 'it')).toBe(true);
    else if (kind !== null)
      await hub.send(
        eventOf({
          event: '$campaign',
          properties: { campaignId: 'it', kind },
          timestamp: '2026-08-22T12:00:00Z',
        }),
      );
    // A moment before, so that a timer set for the change goes off soon.
    clock = NOW + wait - 200;
    const stream = await streamOf('u1', clock);
    expect(idsOf(stream.told())).toEqual(['other']);
    clock = NOW + wait;
    expect(idsOf(await stream.next())).toEqual(['it', 'other']);
    await stream.cancel();
  });

  it('is counted over a long history once, and afterwards by what is new', async () => {
    hub = await startHub({
      playbook: playbookWith([
        campaignOf('many', { audience: { $events: { event: 'doc.written', count: { $gte: 2_501 } } } }),
      ]),
    });
    const docs = (count: number) => Array.from({ length: count }, () => eventOf({ event: 'doc.written' }));
    for (let i = 0; i < 5; i++) await hub.send(...docs(500));
    expect(await namesOf(hub, 'u1')).toEqual([]);
    await hub.send(...docs(1));
    expect(await namesOf(hub, 'u1')).toEqual(['many']);
  });

  it('goes with the playbook: a new version without campaigns takes them away from who looks on', async () => {
    const folder = temporaryFolder();
    const storage = await openStorage({ data: folder.path });
    hub = await startHub({ storage, playbook: playbookWith([campaignOf('it')]) });
    const token = await hub.token('u1');
    const stream = readStream(await hub.get('/v1/stream', token));
    const { id } = await stream.next();
    await stream.cancel();
    await hub.stop();
    hub = await startHub({ storage, playbook: playbookOf({ version: 2 }) });
    const again = readStream(await hub.get('/v1/stream', token, { 'last-event-id': id ?? '' }));
    expect((await again.next()).data.replace.campaigns).toEqual({
      deliveries: [],
      standby: [],
      allowances: {},
    });
    await again.cancel();
    await hub.stop();
    await storage.close();
    folder.remove();
  });
});
