import type { PersonExport, RewardView } from '@waymark/contracts';
import { openStorage, verify } from '@waymark/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const reward = (id: string, amount: number, more: object = {}) => ({
  id,
  name: { en: `The ${id}`, 'zh-CN': '奖励' },
  cost: { currency: 'credits', amount },
  ...more,
});
const playbook = playbookOf({
  rules: [{ ...ship, earns: { credits: 50 } }, commit],
  bonuses: [{ id: 'big', name: 'Big', of: 'ship', percent: 50, when: { big: true }, earns: { credits: 7 } }],
  quests: [
    {
      id: 'tour',
      name: 'Tour',
      steps: [{ name: 'Look around', event: 'tour.done', at: 1 }],
      earns: { credits: 30 },
      outcome: 'activation',
    },
  ],
  currencies: [{ id: 'credits', name: 'Credits', expires: { months: 2 } }],
  rewards: [
    reward('mug', 50, { stock: 1, glyph: 'heart' }),
    reward('lamp', 50, { stock: 1 }),
    reward('rare', 10, { stock: 2 }),
    reward('sticker', 10, { perPerson: 1 }),
    reward('visit', 10, { level: 2 }),
    reward('summer', 10, { valid: { until: '2026-06-30' } }),
    reward('winter', 10, { valid: { from: '2026-12-01' } }),
    reward('boat', 1_000),
  ],
});

describe.each(DATABASES)('redemptions over $name', ({ start }) => {
  const database = databaseOver(start);
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

  const earn = (userId: string, times = 1, change = {}) =>
    hub.post({
      key: KEYS.publicKey,
      events: Array.from({ length: times }, () => eventOf({ userId, ...change })),
    });
  let wishes = 0;
  async function redeem(userId: string, rewardId: unknown, { key = `wish ${wishes++}`, at = hub } = {}) {
    const response = await fetch(`${at.url}/v1/redeem`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token(userId)}` },
      body: JSON.stringify({ reward: rewardId, key }),
    });
    const body = await response.json();
    return { status: response.status, body, code: body.error?.code };
  }
  const rewardOf = async (userId: string, id: string): Promise<RewardView | undefined> =>
    (await hub.snapshotOf(userId)).rewards?.find((one) => one.id === id);
  const balanceOf = async (userId: string) => (await hub.snapshotOf(userId)).wallets?.[0]?.balance;
  async function correct(
    userId: string,
    event: string,
    properties: object,
    id: string | undefined = undefined,
  ) {
    const response = await fetch(`${hub.url}/admin/v1/corrections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
      body: JSON.stringify({ userId, companyId: 'acme', operator: 'Ola', id, event, properties }),
    });
    return { status: response.status, body: await response.json() };
  }
  const agrees = async () => expect((await verify(hub.storage)).differences).toEqual([]);

  it('come of bonuses and quests as well, and the ledger, the quest and the console say so', async () => {
    await earn('quinn', 1, { event: 'tour.done', id: 'toured' });
    await earn('quinn', 1, { properties: { big: true } });
    const { quests, ledger, wallets } = await hub.snapshotOf('quinn');
    expect(quests[0]).toMatchObject({
      state: 'done',
      points: 0,
      earns: [{ currency: 'credits', name: 'Credits', amount: 30 }],
    });
    expect(wallets).toMatchObject([{ balance: 87 }]);
    expect(ledger.map(({ ruleId, points, amounts }) => [ruleId, points, amounts?.[0]?.amount])).toEqual([
      ['big', 20, 7],
      ['ship', 40, 50],
      ['quest:tour', 0, 30],
    ]);
    const why = await (await hub.get('/admin/v1/events/toured', KEYS.operatorToken)).json();
    expect(why.listeners).toMatchObject([
      { kind: 'quest', verdict: 'counted', amounts: [{ currency: 'credits', amount: 30 }] },
    ]);
    await correct('quinn', '$void', { eventId: 'toured' });
    expect(await balanceOf('quinn')).toBe(57);
    expect((await verify(hub.storage)).differences).toEqual([]);
  });

  it('are granted once, and shown with what they cost', async () => {
    await earn('ann', 3);
    const stream = readStream(await hub.get('/v1/stream', await hub.token('ann')));
    const { data: first } = await stream.next();
    expect(first.snapshot).toMatchObject({
      wallets: [{ id: 'credits', balance: 150, owed: 0, lapse: { amount: 150, day: '2026-10-31' } }],
      ledger: [{ amounts: [{ currency: 'credits', amount: 50 }] }, {}, {}],
    });
    expect(first.snapshot.rewards[0]).toMatchObject({ id: 'mug', left: 1, glyph: 'heart', obstacle: null });
    await earn('abe');
    const colleague = readStream(await hub.get('/v1/stream', await hub.token('abe')));
    await colleague.next();
    const granted = await redeem('ann', 'mug', { key: 'once' });
    expect(granted).toMatchObject({
      status: 200,
      body: {
        status: 'redeemed',
        redemption: { rewardId: 'mug', currency: 'credits', amount: 50, at: '2026-08-22T14:00:00+02:00' },
      },
    });
    const seen = (await colleague.next()).data;
    await colleague.cancel();
    expect(seen.replace.rewards[0]).toMatchObject({ left: 0, obstacle: 'out_of_stock', redemptions: [] });
    expect([seen.entries, seen.replace.wallets]).toEqual([[], undefined]);
    let { data } = await stream.next();
    // What the colleague earned was told first, and of that there is nothing of one's own to see.
    if (data.replace.wallets === undefined) data = (await stream.next()).data;
    await stream.cancel();
    expect(data.replace.wallets[0]).toMatchObject({ balance: 100 });
    expect(data.replace.rewards[0]).toMatchObject({
      left: 0,
      obstacle: 'out_of_stock',
      redemptions: [granted.body.redemption],
    });
    expect(data.entries).toMatchObject([
      { ruleName: { en: 'The mug' }, points: 0, amounts: [{ currency: 'credits', amount: -50 }] },
    ]);
    expect(await redeem('ann', 'mug', { key: 'once' })).toEqual(granted);
    expect(await redeem('ann', 'mug', { key: 'once', at: other })).toEqual(granted);
    expect((await redeem('ann', 'rare', { key: 'once' })).code).toBe('invalid_redemption');
    expect(await balanceOf('ann')).toBe(100);
    await agrees();
  });

  it('of the last one go to exactly one of many who want it at once', async () => {
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
    for (const userId of people) await earn(userId);
    const answers = await Promise.all(
      people.map((userId, i) => redeem(userId, 'lamp', { at: i % 2 === 0 ? hub : other })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(answers.filter(({ code }) => code === 'out_of_stock')).toHaveLength(5);
    const balances = await Promise.all(people.map(balanceOf));
    expect(balances.filter((balance) => balance === 0)).toHaveLength(1);
    expect(await rewardOf('p1', 'lamp')).toMatchObject({ left: 0 });
    await agrees();
  });

  it('of one person at once spend no more than there is', async () => {
    await earn('bob');
    const answers = await Promise.all(
      ['rare', 'rare', 'rare', 'sticker', 'sticker', 'boat'].map((id, i) =>
        redeem('bob', id, { at: i % 2 === 0 ? hub : other }),
      ),
    );
    expect(answers.flatMap(({ code }) => code ?? []).sort()).toEqual([
      'limit_reached',
      'not_enough',
      'out_of_stock',
    ]);
    expect(await balanceOf('bob')).toBe(20);
    await agrees();
  });

  it.each([
    ['sticker', 'not_enough', 409],
    ['visit', 'level_too_low', 409],
    ['summer', 'ended', 409],
    ['winter', 'not_yet', 409],
    ['no-such', 'not_found', 404],
    ['', 'invalid_redemption', 400],
    [7, 'invalid_redemption', 400],
  ])('are refused with nothing done: %j', async (id, code, status) => {
    const before = await hub.storage.reader.kysely.selectFrom('log').select('event_id').execute();
    expect(await redeem('new', id)).toMatchObject({ code, status });
    const after = await hub.storage.reader.kysely.selectFrom('log').select('event_id').execute();
    expect(after).toEqual(before);
    expect(await hub.snapshotOf('new')).toMatchObject({ wallets: [{ balance: 0, owed: 0, lapse: null }] });
  });

  it('are decided for the token’s person, and by nobody but the hub', async () => {
    const response = await fetch(`${hub.url}/v1/redeem`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    const fake = eventOf({
      userId: 'ann',
      event: '$redeem',
      properties: { reward: 'mug', currency: 'credits', lots: { '2026-08': 1 } },
    });
    for (const [path, body, token] of [
      ['/v1/batch', { key: KEYS.publicKey, events: [fake] }, ''],
      ['/v1/server/batch', { events: [fake] }, KEYS.serverKey],
    ] as const) {
      const answer = await fetch(`${hub.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      expect((await answer.json()).verdicts).toMatchObject([{ status: 'rejected', code: 'forbidden' }]);
    }
  });

  it('are told to the vendor’s server, and given back by a refund, lot and stock', async () => {
    const told = async (after = '') =>
      (await hub.get(`/v1/server/redemptions${after}`, KEYS.serverKey)).json();
    const { redemptions, next } = await told();
    expect(next).toBeNull();
    const mine = redemptions.find((one: { rewardId: string }) => one.rewardId === 'mug');
    expect(mine).toMatchObject({ userId: 'ann', companyId: 'acme', currency: 'credits', amount: 50 });
    expect((await told(`?after=${mine.position}`)).redemptions).toHaveLength(redemptions.length - 1);
    expect((await hub.get('/v1/server/redemptions?after=x', KEYS.serverKey)).status).toBe(400);
    expect((await hub.get('/v1/server/redemptions', await hub.token('ann'))).status).toBe(401);

    const sticker = redemptions.find((one: { rewardId: string }) => one.rewardId === 'sticker');
    expect(await rewardOf('bob', 'sticker')).toMatchObject({ redemptions: [{ fulfilled: false }] });
    const handed = { redemptionId: sticker.id };
    expect((await correct('ann', '$fulfill', handed)).status).toBe(404);
    expect((await correct('bob', '$fulfill', handed)).body.status).toBe('accepted');
    expect((await correct('bob', '$fulfill', handed)).body.status).toBe('duplicate');
    expect(await rewardOf('bob', 'sticker')).toMatchObject({ redemptions: [{ fulfilled: true }] });
    expect((await told()).redemptions).toHaveLength(redemptions.length - 1);
    const again = eventOf({ userId: 'bob', event: '$fulfill', properties: handed });
    await hub.tell(again);
    await agrees();

    await correct('ann', '$fulfill', { redemptionId: mine.id });
    expect((await redeem('ann', 'mug', { key: 'once' })).body.redemption).toMatchObject({
      id: mine.id,
      fulfilled: true,
    });

    const properties = { redemptionId: mine.id, reason: 'Broken in the post' };
    expect((await correct('bob', '$refund', properties)).status).toBe(404);
    expect((await correct('ann', '$void', { eventId: mine.id })).status).toBe(404);
    expect((await correct('ann', '$refund', { redemptionId: 'e1' })).status).toBe(404);
    expect((await correct('ann', '$refund', properties)).body.status).toBe('accepted');
    expect((await correct('ann', '$refund', properties)).body.status).toBe('duplicate');
    expect(await hub.snapshotOf('ann')).toMatchObject({
      wallets: [{ balance: 150 }],
      ledger: [{ reason: 'Broken in the post', amounts: [{ amount: 50 }] }, {}, {}, {}, {}],
    });
    expect(await rewardOf('ann', 'mug')).toMatchObject({ left: 1, obstacle: null, redemptions: [] });
    expect((await told()).redemptions).toHaveLength(redemptions.length - 2);
    await agrees();

    // The vendor's server needs no operator: the same as a batch of its own.
    const { redemption } = (await redeem('ann', 'mug')).body;
    const refund = eventOf({ userId: 'ann', event: '$refund', properties: { redemptionId: redemption.id } });
    await hub.tell(refund);
    expect(await balanceOf('ann')).toBe(150);
    await agrees();
  });

  it('leave a debt, and nothing below nought, when what paid is taken back', async () => {
    await earn('eve', 1, { id: 'eve1' });
    await redeem('eve', 'sticker');
    await correct('eve', '$void', { eventId: 'eve1' });
    expect(await hub.snapshotOf('eve')).toMatchObject({ wallets: [{ balance: 0, owed: 10 }] });
    await earn('eve');
    expect(await hub.snapshotOf('eve')).toMatchObject({ wallets: [{ balance: 40, owed: 0 }] });
    await agrees();
  });

  it('have wallets that operators adjust, never below nought', async () => {
    await earn('fay');
    const adjust = (amount: number, currency = 'credits') =>
      correct('fay', '$adjust', { currency, amount, reason: 'Sorry' }, `adjust ${currency} ${amount}`);
    expect((await adjust(25)).status).toBe(200);
    expect(await balanceOf('fay')).toBe(75);
    expect((await adjust(-76)).body.error.message).toContain('at most the 75');
    expect((await adjust(1, 'gold')).body.error.message).toContain('a currency of the playbook');
    expect((await adjust(-75)).status).toBe(200);
    expect(await balanceOf('fay')).toBe(0);
    await agrees();
  });

  it('go with a person who is moved or merged', async () => {
    await earn('old');
    await redeem('old', 'sticker');
    await earn('fresh');
    expect((await correct('old', '$merge', { userId: 'fresh' }, 'merge')).status).toBe(200);
    expect(await balanceOf('fresh')).toBe(90);
    expect(await rewardOf('fresh', 'sticker')).toMatchObject({ obstacle: 'limit_reached' });
    expect((await redeem('old', 'sticker')).code).toBe('limit_reached');
    await agrees();
  });

  it('are handed out with everything else of a person, and erased with them; what was taken is gone all the same', async () => {
    await redeem('ann', 'mug');
    const handed: PersonExport = await (await hub.get('/admin/v1/exports/ann', KEYS.operatorToken)).json();
    expect(handed.memberships[0]?.redemptions).toMatchObject([{ rewardId: 'mug', amount: 50 }]);
    const answer = await fetch(`${hub.url}/admin/v1/people/ann`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
    });
    expect(answer.status).toBe(200);
    for (const table of ['redemptions', 'amounts', 'log'] as const) {
      const rows = await hub.storage.reader.kysely.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows), table).not.toContain('"ann"');
    }
    expect(await rewardOf('p1', 'mug')).toMatchObject({ left: 0, obstacle: 'out_of_stock' });
    expect((await redeem('p1', 'mug')).code).toBe('out_of_stock');
    const told = await (await hub.get('/v1/server/redemptions', KEYS.serverKey)).json();
    expect(JSON.stringify(told)).not.toContain('mug');
    await agrees();
  });
});

it('a playbook without currencies has neither wallets nor rewards', async () => {
  const hub = await startHub();
  await hub.send(eventOf());
  const snapshot = await (await hub.get('/v1/snapshot', await hub.token('u1'))).json();
  await hub.stop();
  expect(Object.keys(snapshot)).not.toEqual(expect.arrayContaining(['wallets']));
  expect(Object.keys(snapshot)).not.toEqual(expect.arrayContaining(['rewards']));
});
