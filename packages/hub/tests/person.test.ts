import type { PersonExport, Snapshot } from '@waymark/contracts';
import { verify } from '@waymark/hub';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS } from './running-hub.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const playbook = playbookOf({
  rules: [{ ...ship, to: 'both' }, commit],
  companyLevels: [{ at: 0, title: 'All' }],
});
const TABLES = ['log', 'cells', 'ledger', 'awards', 'standings', 'members', 'users', 'preferences'] as const;

describe.each(DATABASES)('a person over $name', ({ start }) => {
  const hub = hubOver(start, { playbook });
  beforeAll(async () => {
    await hub.post({
      key: KEYS.publicKey,
      events: [
        eventOf({ id: 'a', userId: 'leaver', properties: { note: 'canary' } }),
        eventOf({ id: 'b', userId: 'leaver', companyId: 'rival' }),
        eventOf({
          id: 'c',
          userId: 'leaver',
          type: 'identify',
          event: undefined,
          traits: { name: 'Lea Ver' },
        }),
        eventOf({ id: 'd', userId: 'stays' }),
      ],
    });
    await fetch(`${hub.url}/v1/preferences`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await hub.token('leaver', { name: 'Lea Ver' })}` },
      body: JSON.stringify({ ranking: 'alias', alias: 'Sea Lion' }),
    });
  }, 60_000);

  const erase = (userId: string, query = '') =>
    fetch(`${hub.url}/admin/v1/people/${encodeURIComponent(userId)}${query}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
    });
  const exported = async (userId: string) => hub.get(`/admin/v1/exports/${userId}`, KEYS.operatorToken);

  it('can be handed everything the hub holds of them', async () => {
    const all: PersonExport = await (await exported('leaver')).json();
    expect(all).toMatchObject({ userId: 'leaver', name: 'Lea Ver', traits: { name: 'Lea Ver' } });
    expect(all.memberships.map(({ companyId, growth }) => [companyId, growth])).toEqual([
      ['acme', 40],
      ['rival', 40],
    ]);
    expect(all.memberships[0]).toMatchObject({
      preferences: { ranking: 'alias', alias: 'Sea Lion' },
      badges: [{ badgeId: 'shipper', tier: 'bronze' }],
      ledger: [{ eventId: 'a', points: 40 }],
    });
    expect(all.events.map(({ event }) => event.event ?? event.type)).toEqual([
      'feature.shipped',
      'feature.shipped',
      'identify',
      '$preferences',
    ]);
    expect((await exported('nobody')).status).toBe(404);
  });

  it('is erased from every table, board and export, and the log still leads to the rest', async () => {
    const ranking = async () => (await hub.get('/v1/rankings/ever', await hub.token('stays'))).json();
    expect((await ranking()).total).toBe(2);
    const answer = await erase('leaver', '?operator=Ola&reason=asked');
    expect([answer.status, await answer.json()]).toEqual([200, { events: 4, companies: ['acme', 'rival'] }]);
    for (const table of TABLES) {
      const rows = await hub.storage.reader.kysely.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows), table).not.toMatch(/leaver|Lea Ver|Sea Lion|canary/);
    }
    expect(await ranking()).toMatchObject({ total: 1, top: [{ rank: 1, user: { id: 'stays' } }] });
    expect((await exported('leaver')).status).toBe(404);
    expect((await hub.get('/admin/v1/people/acme/leaver', KEYS.operatorToken)).status).toBe(404);
    const snapshot: Snapshot = await (await hub.get('/v1/snapshot', await hub.token('stays'))).json();
    expect(snapshot.companyGrowth?.growth).toBe(40);
    expect(await verify(hub.storage)).toMatchObject({ ok: true, events: 1, users: 1, differences: [] });
  });

  it('does not come back by a batch that is sent again, and may come back as somebody new', async () => {
    const again = { key: KEYS.publicKey, events: [eventOf({ id: 'a', userId: 'leaver' })] };
    expect((await (await hub.post(again)).json()).verdicts).toEqual([{ id: 'a', status: 'duplicate' }]);
    await hub.send(eventOf({ id: 'new', userId: 'leaver' }));
    const token = await hub.token('leaver', { name: 'Lea Ver' });
    const snapshot: Snapshot = await (await hub.get('/v1/snapshot', token)).json();
    expect(snapshot).toMatchObject({ growth: 40, user: { name: 'Lea Ver' }, preferences: { alias: null } });
    expect((await verify(hub.storage)).differences).toEqual([]);
  });

  it('is erased once', async () => {
    expect((await erase('nobody')).status).toBe(404);
    expect((await erase('leaver')).status).toBe(200);
    expect((await erase('leaver')).status).toBe(404);
    expect((await erase('leaver', `?reason=${'x'.repeat(501)}`)).status).toBe(400);
  });

  it('of whom something arrives too late keeps it, without points', async () => {
    const late = eventOf({ id: 'late', userId: 'slow', timestamp: '2026-08-15T11:59:59Z' });
    const timely = eventOf({ id: 'timely', userId: 'slow', timestamp: '2026-08-15T12:00:00Z' });
    const { verdicts } = await (await hub.send(late, timely)).json();
    expect(verdicts).toEqual([
      { id: 'late', status: 'accepted', late: true },
      { id: 'timely', status: 'accepted' },
    ]);
    const snapshot: Snapshot = await (await hub.get('/v1/snapshot', await hub.token('slow'))).json();
    expect(snapshot.ledger.map(({ eventId }) => eventId)).toEqual(['timely']);
    const all: PersonExport = await (await exported('slow')).json();
    expect(all.events.map(({ source }) => source)).toEqual(['late', 'browser']);
    const told = await fetch(`${hub.url}/v1/server/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEYS.serverKey}` },
      body: JSON.stringify({ events: [{ ...late, id: 'told' }] }),
    });
    expect((await told.json()).verdicts).toEqual([{ id: 'told', status: 'accepted' }]);
    expect((await verify(hub.storage)).differences).toEqual([]);
  });

  it('cannot send events under ids of the hub’s own', async () => {
    const { verdicts } = await (await hub.send(eventOf({ id: 'hub:void:a' }))).json();
    expect(verdicts[0]).toMatchObject({ status: 'rejected', code: 'invalid_event' });
  });
});
