import { verify } from '@waymark/hub';
import { describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, type RunningHub, startHub } from './running-hub.js';

const playbook = playbookOf({
  benefits: [
    { id: 'views', name: 'Views' },
    { id: 'support', name: 'Support' },
    { id: 'summit', name: 'Summit' },
  ],
  levels: [
    { at: 0, title: 'New' },
    { at: 40, title: 'Known', benefits: ['views'] },
    { at: 100, title: 'Pillar', benefits: ['support'] },
  ],
  rules: [{ ...PLAYBOOK_INPUT.rules[0], to: 'both' }, PLAYBOOK_INPUT.rules[1]],
  companyLevels: [
    { at: 0, title: 'Guests' },
    { at: 80, title: 'Partners', benefits: ['summit'] },
  ],
});

async function tell(hub: RunningHub, body: unknown, key: string | undefined = KEYS.serverKey) {
  const response = await fetch(`${hub.url}/v1/server/batch`, {
    method: 'POST',
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe.each(DATABASES)('the door for servers over $name', ({ start }) => {
  const hub = hubOver(start, { playbook, identity: 'required' });

  it('takes events of anybody, one verdict each, also where browsers need a token', async () => {
    const events = [eventOf({ id: 's1' }), eventOf({ id: 's1' }), { id: 'bad' }];
    const { status, body } = await tell(hub, { events });
    expect(status).toBe(200);
    expect(body.verdicts.map(({ status }: { status: string }) => status)).toEqual([
      'accepted',
      'duplicate',
      'rejected',
    ]);
    const { source } = await hub.storage.reader.kysely
      .selectFrom('log')
      .select('source')
      .where('event_id', '=', 's1')
      .executeTakeFirstOrThrow();
    expect(source).toBe('server');
  });

  it.each([
    ['', 401],
    ['ws_other', 401],
    [KEYS.publicKey, 401],
    [KEYS.operatorToken, 401],
    [KEYS.signingKey.replaceAll(' ', ''), 401],
  ])('stays closed to the key "%s"', async (key, status) => {
    const events = [eventOf({ id: 'forged' })];
    expect((await tell(hub, { events }, key)).status).toBe(status);
    const row = await hub.storage.reader.kysely
      .selectFrom('log')
      .select('position')
      .where('event_id', '=', 'forged')
      .executeTakeFirst();
    expect(row).toBeUndefined();
  });

  it.each([
    ['{', 400],
    ['null', 400],
    ['[]', 400],
    ['{"events":{}}', 400],
    [JSON.stringify({ events: Array(1_001).fill({}) }), 413],
  ])('refuses a body like %.20s', async (body, status) => {
    expect((await tell(hub, body)).status).toBe(status);
  });

  it('tells what a member may use, by their own level and their company’s', async () => {
    const ask = async (query: string) =>
      (await hub.get(`/v1/server/entitlements${query}`, KEYS.serverKey)).json();
    expect(await ask('?userId=u1&companyId=acme')).toEqual({
      userId: 'u1',
      companyId: 'acme',
      growth: 40,
      level: 1,
      entitlements: ['views'],
    });
    await tell(hub, {
      events: [eventOf({ userId: 'u2' }), eventOf({ userId: 'u2' }), eventOf({ userId: 'u2' })],
    });
    expect((await ask('?userId=u1&companyId=acme')).entitlements).toEqual(['summit', 'views']);
    expect((await ask('?userId=u2&companyId=acme')).entitlements).toEqual(['summit', 'support', 'views']);
    expect((await ask('?userId=u2&companyId=rival')).entitlements).toEqual([]);
    expect((await ask('')).error.message).toContain('?userId=u1&companyId=acme');
    const own = await hub.get('/v1/entitlements?userId=u2', await hub.token('u1'));
    expect(await own.json()).toMatchObject({ userId: 'u1', entitlements: ['summit', 'views'] });
  });
});

it('is closed where the hub has no server key', async () => {
  const { serverKey: _, ...keys } = KEYS;
  const hub = await startHub({ keys });
  const { status, body } = await tell(hub, { events: [eventOf()] }, 'undefined');
  await hub.stop();
  expect([status, body.error.message]).toEqual([403, expect.stringContaining('WAYMARK_SERVER_KEY')]);
});

describe.each(DATABASES)('traits over $name', ({ start }) => {
  it('count as they were when the event came, and never later ones', async () => {
    const database = await start();
    const when = { '$user.plan': 'pro', '$company.stage': { $ne: 'trial' } };
    const rules = [{ ...PLAYBOOK_INPUT.rules[0], when }];
    const hub = await startHub({ database: await database.fresh(), playbook: playbookOf({ rules }) });
    try {
      const traits = (type: 'identify' | 'group', said: object, minute: number) =>
        eventOf({
          type,
          event: undefined,
          traits: said as never,
          timestamp: `2026-08-22T10:${minute}:00+02:00`,
        });
      await tell(hub, { events: [eventOf({ id: 'before' }), traits('identify', { plan: 'pro' }, 11)] });
      await tell(hub, { events: [eventOf({ id: 'pro' })] });
      const group = traits('group', { stage: 'trial' }, 12);
      await tell(hub, { events: [group, eventOf({ id: 'trial' }), traits('group', { stage: 'won' }, 13)] });
      await tell(hub, { events: [eventOf({ id: 'won' }), eventOf({ id: 'other', userId: 'u2' })] });
      const { ledger } = await (await hub.get('/v1/snapshot', await hub.token('u1'))).json();
      expect(ledger.map(({ eventId }: { eventId: string }) => eventId)).toEqual(['won', 'pro']);
      expect(await verify(hub.storage)).toMatchObject({ ok: true, differences: [] });
      await tell(hub, { events: [eventOf({ event: '$void', properties: { eventId: 'won' } })] });
      expect(await verify(hub.storage)).toMatchObject({ ok: true, differences: [] });
    } finally {
      await hub.stop();
      await database.stop();
    }
  }, 60_000);
});
