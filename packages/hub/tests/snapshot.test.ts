import type { Snapshot } from '@waymark/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, startHub } from './running-hub.js';

describe.each(DATABASES)('a snapshot over $name', ({ start }) => {
  const hub = hubOver(start, { nameOf: (kind, id) => `${kind} ${id}` });
  beforeAll(async () => {
    await hub.send(
      eventOf({ id: 'a', timestamp: '2026-08-21T23:30:00-05:00' }),
      eventOf({ id: 'b', event: 'change.committed' }),
      eventOf({ id: 'c', event: 'change.committed' }),
      eventOf({ id: 'd', event: 'change.committed' }),
      eventOf({ id: 'e', userId: 'u2' }),
      eventOf({ id: 'f', userId: 'u2' }),
      eventOf({ id: 'g', userId: 'u1', companyId: 'rival' }),
      eventOf({ id: 'h', userId: 'u3', event: 'doc.written' }),
      eventOf({ id: 'i', type: 'identify', event: undefined, userId: 'u2', traits: { name: 'Mei Lin' } }),
      eventOf({ id: 'j', type: 'group', event: undefined, traits: { name: 'Acme Ltd' } }),
    );
  });

  it('shows growth, level, ledger, days, badges, rankings and the next step', async () => {
    const snapshot = await hub.snapshotOf('u1');
    expect(snapshot).toMatchObject({
      position: '10',
      user: { id: 'u1', name: 'user u1' },
      company: { id: 'acme', name: 'Acme Ltd' },
      playbookVersion: 1,
      growth: 60,
      level: 1,
      nextStep: { ruleId: 'ship', name: 'Shipped', points: 40 },
    });
    expect(snapshot.ledger.map(({ eventId, points, capped }) => [eventId, points, capped])).toEqual([
      ['d', 0, 'day'],
      ['c', 10, null],
      ['b', 10, null],
      ['a', 40, null],
    ]);
    expect(snapshot.days).toHaveLength(14);
    expect(snapshot.days.slice(-2)).toEqual([
      { day: '2026-08-21', points: 40 },
      { day: '2026-08-22', points: 20 },
    ]);
    expect(snapshot.badges[0]?.tiers[0]?.earnedAt).toBe('2026-08-21T23:30:00-05:00');
    expect(snapshot.rankings[0]).toMatchObject({
      total: 2,
      me: { rank: 2, points: 60 },
      top: [
        { rank: 1, points: 80, user: { id: 'u2', name: 'Mei Lin' } },
        { rank: 2, points: 60 },
      ],
    });
  });

  it('is of the company in the token: another company shows another growth', async () => {
    const snapshot = await hub.snapshotOf('u1', { companyId: 'rival' });
    expect(snapshot.growth).toBe(40);
    expect(snapshot.ledger.map(({ eventId }) => eventId)).toEqual(['g']);
    expect(JSON.stringify(snapshot)).not.toMatch(/acme|Mei/i);
  });

  it('of somebody new shows levels and all that is still to come', async () => {
    const snapshot = await hub.snapshotOf('nobody');
    expect(snapshot).toMatchObject({ growth: 0, level: 0, ledger: [], user: { name: 'user nobody' } });
    expect(snapshot.rankings[0]).toMatchObject({ me: null, around: [], total: 2 });
  });

  it('hides a secret badge wherever it could show', async () => {
    expect(JSON.stringify(await hub.snapshotOf('u3'))).not.toMatch(/Hidden|moon|crest/);
  });

  it('takes names from the token', async () => {
    const token = await hub.token('u4', { name: 'Jo', companyName: 'Acme Inc' });
    const snapshot: Snapshot = await (await hub.get('/v1/snapshot', token)).json();
    expect([snapshot.user.name, snapshot.company.name]).toEqual(['Jo', 'Acme Inc']);
  });

  it('is not sent twice', async () => {
    const token = await hub.token('u1');
    const first = await hub.get('/v1/snapshot', token);
    const tag = first.headers.get('etag') ?? '';
    const again = await hub.get('/v1/snapshot', token, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await hub.send(eventOf({ userId: 'far', companyId: 'away' }));
    expect((await hub.get('/v1/snapshot', token, { 'if-none-match': tag })).status).toBe(304);
    await hub.send(eventOf({ timestamp: '2026-08-20T10:00:00Z' }));
    expect((await hub.get('/v1/snapshot', token, { 'if-none-match': tag })).status).toBe(200);
  });

  it('shows operators people and companies', async () => {
    const ask = async (path: string) => (await hub.get(`/admin/v1/${path}`, KEYS.operatorToken)).json();
    const people = await ask('people?sort=growth');
    expect(people.rows[0]).toMatchObject({
      userId: 'u1',
      companyId: 'acme',
      companyName: 'Acme Inc',
      badges: 1,
    });
    expect(people.total).toBe(5);
    expect((await ask('people?search=mei')).rows).toMatchObject([{ userId: 'u2', name: 'Mei Lin' }]);
    expect((await ask('people?search=%25')).total).toBe(0);
    expect((await ask('people?company=rival')).total).toBe(1);
    for (const sort of ['name', 'level', 'badges', 'events', 'lastSeen', 'company']) {
      expect((await ask(`people?sort=${sort}`)).rows).toHaveLength(5);
    }
    const person = await ask('people/acme/u1');
    expect(person).toMatchObject({ growth: 100, level: 2, ledger: { total: 5, next: null } });
    const companies = await ask('companies?sort=people');
    expect(companies.rows[0]).toMatchObject({ companyId: 'acme', people: 3 });
    expect((await ask('companies?search=riv')).rows).toHaveLength(1);
    const company = await ask('companies/acme');
    expect(company).toMatchObject({
      outcomes: [
        { outcome: 'value', points: 160 },
        { outcome: 'adoption', points: 20 },
      ],
      levelCounts: [1, 1, 1],
    });
    expect((await hub.get('/admin/v1/people/acme/ghost', KEYS.operatorToken)).status).toBe(404);
    expect((await hub.get('/admin/v1/people?sort=shoe', KEYS.operatorToken)).status).toBe(400);
    expect(await ask('overview')).toMatchObject({
      playbook: { id: 'test', version: playbookOf().version },
      streams: 0,
    });
  });

  it('shows operators somebody without a company', async () => {
    await hub.send(eventOf({ userId: 'solo', companyId: undefined }));
    const person = await hub.get('/admin/v1/people//solo', KEYS.operatorToken);
    expect([person.status, (await person.json()).userId]).toEqual([200, 'solo']);
  });
});

it('that is asked for while the hub closes is no fault to be told of', async () => {
  const errors: unknown[] = [];
  const hub = await startHub({ onError: (error) => errors.push(error) });
  const token = await hub.token('u1');
  const asked = Array.from({ length: 20 }, () => hub.get('/v1/snapshot', token).catch(() => null));
  await Promise.race(asked);
  await hub.stop();
  await Promise.all(asked);
  expect(errors).toEqual([]);
});
