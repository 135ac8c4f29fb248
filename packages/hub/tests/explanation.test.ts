import type { EventExplanation, Page, SilentEvent } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { DATABASES, eventOf, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, startHub } from './running-hub.js';

describe.each(DATABASES)('explanations over $name', ({ start }) => {
  const hub = hubOver(start);

  const correct = (body: object) =>
    fetch(`${hub.url}/admin/v1/corrections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
      body: JSON.stringify({ companyId: 'acme', operator: 'Ola', ...body }),
    });
  const why = async (eventId: string): Promise<EventExplanation> =>
    (await hub.get(`/admin/v1/events/${encodeURIComponent(eventId)}`, KEYS.operatorToken)).json();
  const commit = (id: string, userId: string, properties: object = {}) =>
    eventOf({ id, userId, event: 'change.committed', properties: properties as never });

  it('say which rule of which playbook counted, what a limit cut, and what a condition kept out', async () => {
    await hub.send(
      commit('c1', 'ann'),
      commit('c2', 'ann'),
      commit('c3', 'ann'),
      commit('bot', 'ann', { bot: true }),
    );
    expect(await why('c1')).toMatchObject({
      event: 'change.committed',
      source: 'browser',
      userId: 'ann',
      countsFor: null,
      playbookVersion: 1,
      late: false,
      void: false,
      listeners: [{ kind: 'rule', id: 'commit', verdict: 'counted', points: 10 }],
    });
    expect((await why('c3')).listeners).toMatchObject([
      { verdict: 'capped', points: 0, capped: 'day', limit: { per: 'day', points: 20 } },
    ]);
    expect((await why('bot')).listeners).toMatchObject([
      { verdict: 'condition', faults: [{ path: 'bot.$ne', expected: true, actual: true }] },
    ]);
  });

  it('say of what brought nothing that nothing listens, that it came too late, or that it was taken back', async () => {
    await hub.send(
      eventOf({ id: 'odd', userId: 'ben', event: 'nobody.listens' }),
      eventOf({ id: 'late', userId: 'ben', timestamp: '2026-08-01T10:00:00Z' }),
      eventOf({ id: 'gone', userId: 'ben' }),
      commit('kept', 'ben'),
    );
    await correct({ userId: 'ben', event: '$void', properties: { eventId: 'gone' } });
    expect(await why('odd')).toMatchObject({ listeners: [], late: false });
    expect(await why('late')).toMatchObject({ listeners: [], late: true });
    expect(await why('gone')).toMatchObject({ void: true, listeners: [{ id: 'ship' }, { id: 'shipper' }] });
    const page = await hub.get('/admin/v1/people/acme/ben/silent-events', KEYS.operatorToken);
    const { rows, total, next } = (await page.json()) as Page<SilentEvent>;
    expect(rows.map(({ eventId, late }) => [eventId, late])).toEqual([
      ['late', true],
      ['odd', false],
    ]);
    expect([total, next]).toEqual([2, null]);
  });

  it('tell of an event as it counts since its person was merged', async () => {
    await hub.send(commit('m1', 'cat'), commit('m2', 'cat'), commit('m3', 'cat2'));
    expect((await why('m3')).listeners[0]?.verdict).toBe('counted');
    await correct({ id: 'merge', userId: 'cat2', event: '$merge', properties: { userId: 'cat' } });
    expect(await why('m3')).toMatchObject({
      userId: 'cat2',
      countsFor: { companyId: 'acme', userId: 'cat' },
      listeners: [{ verdict: 'capped' }],
    });
  });

  it('are of events that are there, and for operators where the playbook lets them see people', async () => {
    expect((await hub.get('/admin/v1/events/none', KEYS.operatorToken)).status).toBe(404);
    expect((await hub.get('/admin/v1/events/c1', await hub.token('ann'))).status).toBe(401);
    const guarded = await startHub({ playbook: playbookOf({ privacy: 'works-council' }) });
    await guarded.send(commit('g1', 'ann'));
    expect((await guarded.get('/admin/v1/events/g1', KEYS.operatorToken)).status).toBe(403);
    expect((await guarded.get('/admin/v1/people/acme/ann/silent-events', KEYS.operatorToken)).status).toBe(
      403,
    );
    await guarded.stop();
  });
});
