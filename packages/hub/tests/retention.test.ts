import type { PersonExport } from '@waymark/contracts';
import { verify } from '@waymark/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, NOW, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { databaseOver } from './hub-over.js';
import { KEYS, type RunningHub, startHub } from './running-hub.js';

const DAY_MS = 86_400_000;
const [ship, commit] = PLAYBOOK_INPUT.rules;
const paid = { ...ship, when: { '$user.plan': 'pro', 'pull.size': { $gte: 3 } } };
const parts = { rules: [paid, commit] };

describe.each(DATABASES)('details of old events over $name', ({ start }) => {
  const database = databaseOver(start);
  let place: Awaited<ReturnType<typeof database.fresh>>;
  let hub: RunningHub;
  /** The clock of the hub, in days after {@link NOW}. */
  const startOn = async (day: number, change: object = {}) => {
    const playbook = playbookOf({ ...parts, ...change });
    hub = await startHub({ playbook, database: place, now: () => NOW + day * DAY_MS });
  };
  const log = async () =>
    JSON.stringify(await hub.storage.reader.kysely.selectFrom('log').select(['body', 'traits']).execute());
  const growth = async (userId: string) =>
    (await (await hub.get(`/admin/v1/people/acme/${userId}`, KEYS.operatorToken)).json()).growth;
  const correct = async (event: string, properties: object) => {
    const answer = await fetch(`${hub.url}/admin/v1/corrections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEYS.operatorToken}` },
      body: JSON.stringify({
        id: event,
        operator: 'Ola',
        companyId: 'acme',
        userId: 'u1',
        event,
        properties,
      }),
    });
    return answer.status;
  };

  beforeAll(async () => {
    place = await database.fresh();
    await startOn(0);
    await hub.send(
      eventOf({ id: 'who', type: 'identify', event: undefined, traits: { plan: 'pro', phone: '555' } }),
    );
    await hub.send(
      eventOf({
        id: 'old',
        properties: { pull: { size: 3, title: 'canary' }, note: 'canary' },
        context: { page: { url: 'https://app.example/canary' } },
      }),
      eventOf({ id: 'older', properties: { pull: { size: 5 } } }),
      eventOf({
        id: 'answered',
        event: '$campaign',
        properties: { campaignId: 'asks', kind: 'answered', part: 'one', question: 'q', answer: 'canary' },
      }),
      eventOf({ id: 'told', event: 'change.committed', properties: { bot: false, message: 'canary' } }),
      eventOf({ id: 'page', event: '$page', properties: { title: 'canary' } }),
      eventOf({
        id: 'clicked',
        event: '$campaign',
        properties: { campaignId: 'hello', kind: 'clicked', part: 'next' },
      }),
    );
    expect(await log()).toContain('canary');
    await hub.stop();
  }, 60_000);
  afterAll(() => hub.stop());

  it('stay where nobody says how long', async () => {
    await startOn(4_000);
    expect(await log()).toContain('canary');
    await hub.stop();
  });

  it('stay until they are old', async () => {
    await startOn(9, { version: 2, retention: { days: 10 } });
    const timestamp = '2026-08-31T10:00:00+02:00';
    await hub.send(
      eventOf({ id: 'young', timestamp, properties: { pull: { size: 4, title: 'recent' } } }),
      eventOf({ id: 'other', timestamp, userId: 'u2', type: 'identify', event: undefined }),
    );
    expect(await log()).toContain('canary');
    await hub.stop();
  });

  it('go when they are, but for what points follow from', async () => {
    await startOn(11, { version: 3, retention: { days: 10 } });
    await expect.poll(log).not.toContain('canary');
    expect((await log()).match(/recent|555/g)).toEqual(['recent', '555']);
    expect(await verify(hub.storage)).toMatchObject({ ok: true, differences: [] });
    expect(await growth('u1')).toBe(130);
    const all: PersonExport = await (await hub.get('/admin/v1/exports/u1', KEYS.operatorToken)).json();
    expect(all.events.find(({ event }) => event.id === 'old')?.event).toMatchObject({
      event: 'feature.shipped',
      properties: { pull: { size: 3 } },
    });
    expect(all.events.find(({ event }) => event.id === 'clicked')?.event).toMatchObject({
      properties: { campaignId: 'hello', kind: 'clicked', part: 'next' },
    });
  });

  it('are not needed to take an old event back, or to move whose it was', async () => {
    expect(await correct('$void', { eventId: 'old', reason: 'a test' })).toBe(200);
    expect(await growth('u1')).toBe(90);
    expect(await correct('$merge', { userId: 'u2' })).toBe(200);
    expect(await growth('u2')).toBe(90);
    expect((await verify(hub.storage)).differences).toEqual([]);
  });
});
