import { verify } from '@waymark/hub';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, readStream } from './running-hub.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const playbook = playbookOf({
  rules: [{ ...ship, to: 'both' }, commit],
  companyLevels: [{ at: 0, title: 'All' }],
});

describe.each(DATABASES)('corrections over $name', ({ start }) => {
  const hub = hubOver(start, { playbook });

  async function correct(body: unknown, token: string | undefined = KEYS.operatorToken) {
    const response = await fetch(`${hub.url}/admin/v1/corrections`, {
      method: 'POST',
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }
  const of = (userId: string) => ({ userId, companyId: 'acme', operator: 'Ola' });
  const agrees = async () => expect((await verify(hub.storage)).differences).toEqual([]);

  it('take an event back, with everything it brought', async () => {
    await hub.send(eventOf({ id: 'v1', userId: 'ann' }), eventOf({ id: 'v2', userId: 'ben' }));
    const stream = readStream(await hub.get('/v1/stream', await hub.token('ann')));
    await stream.next();
    const body = { ...of('ann'), event: '$void', properties: { eventId: 'v1', reason: 'A test run' } };
    expect(await correct(body)).toMatchObject({
      status: 200,
      body: { status: 'accepted', growth: 0, level: 0 },
    });
    const { data } = await stream.next();
    await stream.cancel();
    expect(data.replace).toMatchObject({ growth: 0, companyGrowth: { growth: 40 } });
    expect(data.entries).toMatchObject([{ event: '$void', points: -40, reason: 'A test run' }]);
    expect(await correct(body)).toMatchObject({ status: 200, body: { status: 'duplicate', growth: 0 } });
    const { badges, rankings, ledger } = await hub.snapshotOf('ann');
    expect(badges[0]?.tiers[0]?.earnedAt).toBeNull();
    expect([rankings[0]?.total, rankings[0]?.me]).toEqual([1, null]);
    expect(ledger.map(({ points }) => points)).toEqual([-40, 40]);
    await agrees();
    await hub.send(eventOf({ id: 'v3', userId: 'ann' }));
    expect((await hub.snapshotOf('ann')).badges[0]?.tiers[0]?.earnedAt).not.toBeNull();
    await agrees();
  });

  it('add points and take them, once an id, and never more than there are', async () => {
    await hub.send(eventOf({ userId: 'cat' }));
    const gift = {
      ...of('cat'),
      id: 'gift',
      event: '$adjust',
      properties: { points: 70, reason: 'Helped us' },
    };
    expect((await correct(gift)).body).toMatchObject({ status: 'accepted', growth: 110, level: 2 });
    expect((await correct(gift)).body).toMatchObject({ status: 'duplicate', growth: 110, level: 2 });
    const { ledger, rankings } = await hub.snapshotOf('cat');
    expect(ledger[0]).toMatchObject({ ruleName: { en: 'Correction' }, points: 70, reason: 'Helped us' });
    expect(rankings.map(({ points }) => points)).toEqual([110, 110]);
    const take = (points: number) =>
      correct({
        ...of('cat'),
        id: `take${points}`,
        event: '$adjust',
        properties: { points, reason: 'Oops' },
      });
    expect((await take(-111)).body.error.message).toContain('at most the 110 points');
    expect((await take(-80)).body).toMatchObject({ growth: 30, level: 0 });
    await agrees();
  });

  it('grant a badge and revoke it', async () => {
    await hub.send(eventOf({ userId: 'dan', event: 'change.committed' }));
    const badge = (event: string, id: string) =>
      correct({ ...of('dan'), id, event, properties: { badge: 'shipper', tier: 'silver' } });
    const earned = async () =>
      (await hub.snapshotOf('dan')).badges[0]?.tiers.map(({ earnedAt }) => earnedAt !== null);
    await badge('$grant', 'g1');
    expect(await earned()).toEqual([false, true]);
    await badge('$revoke', 'r1');
    expect(await earned()).toEqual([false, false]);
    await agrees();
  });

  it.each([
    ['nobody', { ...of('ghost'), id: 'x1', event: '$adjust', properties: { points: 1, reason: 'r' } }, 404],
    [
      'another company',
      { ...of('cat'), companyId: 'rival', event: '$void', properties: { eventId: 'v3' } },
      404,
    ],
    ["another person's event", { ...of('cat'), event: '$void', properties: { eventId: 'v3' } }, 404],
    ['an event that is not there', { ...of('cat'), event: '$void', properties: { eventId: 'none' } }, 404],
    ['no reason', { ...of('cat'), id: 'x2', event: '$adjust', properties: { points: 1 } }, 400],
    ['nought', { ...of('cat'), id: 'x3', event: '$adjust', properties: { points: 0, reason: 'r' } }, 400],
    [
      'fractions',
      { ...of('cat'), id: 'x4', event: '$adjust', properties: { points: 0.5, reason: 'r' } },
      400,
    ],
    ['no id', { ...of('cat'), event: '$adjust', properties: { points: 1, reason: 'r' } }, 400],
    [
      'an unknown badge',
      { ...of('cat'), id: 'x5', event: '$grant', properties: { badge: 'no', tier: 'gold' } },
      400,
    ],
    [
      'an unknown tier',
      { ...of('cat'), id: 'x6', event: '$grant', properties: { badge: 'shipper', tier: 'gold' } },
      400,
    ],
    ['another event', { ...of('cat'), id: 'x7', event: 'feature.shipped', properties: {} }, 400],
    ['no JSON', '{', 400],
    ['nothing', 'null', 400],
  ])('of %s are refused with nothing done', async (_, body, status) => {
    const answer = await correct(body);
    expect([answer.status, typeof answer.body.error.message]).toEqual([status, 'string']);
  });

  it('are for operators and the vendor’s server, and for no browser', async () => {
    const adjust = (id: string, points: unknown) =>
      eventOf({ id, userId: 'cat', event: '$adjust', properties: { points, reason: 'me' } as never });
    const verdictOf = async (response: Response) => (await response.json()).verdicts[0];
    expect(await verdictOf(await hub.send(adjust('mine', 1_000)))).toMatchObject({
      status: 'rejected',
      code: 'forbidden',
    });
    expect(await verdictOf(await hub.tell(adjust('odd', 'all')))).toMatchObject({
      code: 'invalid_correction',
    });
    expect((await hub.snapshotOf('cat')).growth).toBe(30);
    expect(await verdictOf(await hub.tell(adjust('told', 5)))).toMatchObject({ status: 'accepted' });
    expect((await hub.snapshotOf('cat')).growth).toBe(35);
    for (const token of ['', KEYS.serverKey, KEYS.publicKey, await hub.token('cat')]) {
      expect((await correct({ ...of('cat') }, token)).status).toBe(401);
    }
  });

  it('make a log without the event, whichever of the two comes first, in one batch or two', async () => {
    let users = 0;
    const names = ['a', 'b', 'c'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['a', 'b', 'c', '-a', '-b'], { minLength: 5, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        async (order, cuts) => {
          const userId = `p${users++}`;
          const events = order.map((name) =>
            name.startsWith('-')
              ? eventOf({
                  id: `${userId}${name}`,
                  userId,
                  event: '$void',
                  properties: { eventId: `${userId}${name.slice(1)}` },
                })
              : eventOf({
                  id: `${userId}${name}`,
                  userId,
                  event: names.indexOf(name) < 2 ? 'feature.shipped' : 'change.committed',
                }),
          );
          const batch: unknown[] = [];
          for (const [i, event] of events.entries()) {
            batch.push(event);
            if (cuts[i] === true || i === 4) await hub.tell(...batch.splice(0));
          }
          const { growth, badges } = await hub.snapshotOf(userId);
          expect([growth, badges[0]?.progress, badges[0]?.tiers[0]?.earnedAt]).toEqual([10, 0, null]);
        },
      ),
      { numRuns: 15 },
    );
    await agrees();
  }, 60_000);
});
