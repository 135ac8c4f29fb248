import { verify } from '@waymark/hub';
import { describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { readStream } from './running-hub.js';

const [ship, ...rules] = PLAYBOOK_INPUT.rules;
const PLAYBOOK = {
  rules: [{ ...ship, to: 'both', share: { per: 'month', points: 100 } }, ...rules],
  companyLevels: [
    { at: 0, title: 'Guests' },
    { at: 150, title: 'Partners' },
  ],
  quests: [
    {
      id: 'begin',
      name: 'Begin',
      steps: [
        { name: 'Ship once', event: 'feature.shipped', at: 1 },
        { name: 'Write', event: 'doc.written', at: 1 },
      ],
      points: 25,
      outcome: 'activation',
    },
    {
      id: 'together',
      name: 'Together',
      by: 'company',
      steps: [{ name: 'Ship five', event: 'feature.shipped', at: 5 }],
      outcome: 'value',
    },
    {
      id: 'later',
      name: 'Later',
      steps: [{ name: 'Ship', event: 'feature.shipped', at: 1 }],
      valid: { from: '2027-01-01' },
      outcome: 'value',
    },
  ],
  streaks: [{ id: 'daily', name: 'Daily', unit: 'day', events: [{ event: 'feature.shipped' }] }],
};

describe.each(DATABASES)('growth over $name', ({ start }) => {
  const hub = hubOver(start, { playbook: playbookOf(PLAYBOOK), lateAfterDays: null });

  it('shows quests, streaks and what the company has together', async () => {
    await hub.send(
      eventOf({ timestamp: '2026-07-31T10:00:00+02:00' }),
      eventOf({ timestamp: '2026-08-21T10:00:00+02:00' }),
      eventOf({ timestamp: '2026-08-22T10:00:00+02:00' }),
      eventOf({ timestamp: '2026-08-22T10:01:00+02:00' }),
      eventOf({ userId: 'u2' }),
    );
    const { quests, streaks, companyGrowth, growth } = await hub.snapshotOf('u1');
    expect(quests.map(({ id, state, steps }) => [id, state, steps.map(({ progress }) => progress)])).toEqual([
      ['begin', 'open', [1, 0]],
      ['together', 'done', [5]],
    ]);
    expect(streaks).toMatchObject([{ id: 'daily', current: 2, longest: 2, isActiveNow: true }]);
    expect(streaks[0]?.periods.find(({ day }) => day === '2026-07-31')?.state).toBe('active');
    expect([growth, companyGrowth]).toEqual([
      160,
      { growth: 180, level: 1, levels: expect.any(Array), people: null },
    ]);
    expect((await hub.snapshotOf('u2')).quests.map(({ id, state }) => [id, state])).toEqual([
      ['begin', 'open'],
      ['together', 'done'],
    ]);
  });

  it('names what a quest brings, and tells everybody what moves the company', async () => {
    const stream = readStream(await hub.get('/v1/stream', await hub.token('u2')));
    await stream.next();
    await hub.send(eventOf({ event: 'doc.written' }));
    const { data } = await stream.next();
    await stream.cancel();
    expect(data.replace.quests).toHaveLength(2);
    expect(data.replace.companyGrowth.growth).toBe(180);
    expect(data.entries).toEqual([]);
    const { ledger, growth } = await hub.snapshotOf('u1');
    expect(ledger[0]).toMatchObject({ ruleId: 'quest:begin', ruleName: 'Begin', points: 25 });
    expect(growth).toBe(185);
  });

  it('shows how people do to some roles alone, and of five people at least', async () => {
    expect((await hub.snapshotOf('u1', { role: 'administrator' })).companyGrowth?.people).toBeNull();
    await hub.send(...['v1', 'v2', 'v3', 'v4', 'v5'].map((userId) => eventOf({ userId, companyId: 'big' })));
    await hub.send(
      eventOf({ userId: 'v6', companyId: 'big', timestamp: '2026-06-01T10:00:00Z', event: 'doc.written' }),
    );
    const big = async (role: string) =>
      (await (await hub.get('/v1/snapshot', await hub.token('v1', { companyId: 'big', role }))).json())
        .companyGrowth.people;
    expect(await big('member')).toBeNull();
    expect(await big('decision maker')).toEqual({
      total: 6,
      active7: 5,
      active28: 5,
      byLevel: [0, 5, 0],
      adoption: [{ ruleId: 'ship', name: 'Shipped', ever: 5, recent: 5 }],
      stuck: [{ questId: 'begin', name: 'Begin', step: 'Write', people: 5 }],
    });
  });

  it('follows from the log alone', async () => {
    expect((await verify(hub.storage)).differences).toEqual([]);
  });
});
