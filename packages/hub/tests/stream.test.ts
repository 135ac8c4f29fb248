import { openStorage } from '@waymark/hub';
import { afterEach, describe, expect, it } from 'vitest';
import { eventOf, NOW, playbookOf, temporaryFolder } from './fixture.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

let hub: RunningHub;
afterEach(() => hub?.stop());

const open = async (userId: string, change: { companyId?: string; from?: string } = {}) => {
  const { from, ...claims } = change;
  const token = await hub.token(userId, claims);
  const response = await hub.get('/v1/stream', token, from === undefined ? {} : { 'last-event-id': from });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return readStream(response);
};

describe('a stream', () => {
  it('begins with the snapshot and goes on with changes', async () => {
    hub = await startHub();
    const stream = await open('u1');
    const first = await stream.next();
    expect(first.data).toMatchObject({ type: 'snapshot', snapshot: { growth: 0 } });
    expect(first.id).toBe('0');
    await hub.send(eventOf({ id: 'a' }), eventOf({ id: 'quiet', event: 'page.seen' }));
    const second = await stream.next();
    expect(second.id).toBe('2');
    expect(second.data).toMatchObject({
      type: 'changes',
      position: '2',
      replace: { growth: 40, level: 1, rankings: [{ me: { rank: 1 } }, {}] },
      entries: [{ eventId: 'a', points: 40 }],
      settled: ['a', 'quiet'],
    });
  });

  it('tells colleagues of the ranking, and of nothing else', async () => {
    hub = await startHub();
    await hub.send(eventOf({ userId: 'u2' }));
    const stream = await open('u2');
    await stream.next();
    await hub.send(eventOf(), eventOf());
    const { data } = await stream.next();
    expect(data).toMatchObject({ entries: [], settled: [] });
    expect(Object.keys(data.replace)).toEqual(['rankings']);
    expect(data.replace.rankings[0].me).toMatchObject({ rank: 2 });
  });

  it('tells other companies nothing', async () => {
    hub = await startHub();
    const rival = await open('u1', { companyId: 'rival' });
    await rival.next();
    const own = await open('u1');
    await own.next();
    await hub.send(eventOf({ id: 'ours' }));
    expect((await own.next()).data.settled).toEqual(['ours']);
    await hub.send(eventOf({ id: 'theirs', companyId: 'rival' }));
    expect((await rival.next()).data.settled).toEqual(['theirs']);
    expect(rival.raw()).not.toContain('ours');
  });

  it('goes on where it broke off, with the very changes a live one saw', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    const live = await open('u1');
    const { id } = await live.next();
    await live.cancel();
    await hub.send(eventOf({ id: 'missed' }));
    const resumed = await open('u1', { from: id ?? '' });
    expect((await resumed.next()).data).toMatchObject({
      type: 'changes',
      entries: [{ eventId: 'missed' }],
      settled: ['missed'],
      replace: { growth: 80 },
    });
    const idle = await open('u1', { from: '2' });
    expect((await idle.next()).data).toMatchObject({
      type: 'changes',
      position: '2',
      entries: [],
      settled: [],
    });
  });

  it('says once what there is and ends, for those behind a proxy that keeps streams back', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    const ask = async (from: string) =>
      (await hub.get('/v1/stream?once', await hub.token('u1'), { 'last-event-id': from })).text();
    expect(await ask('')).toContain('"type":"snapshot"');
    await hub.send(eventOf({ id: 'missed' }));
    const answer = await ask('1');
    expect(answer).toContain('id: 2\n');
    expect(answer).toContain('"settled":["missed"]');
  });

  it('begins anew from a position that makes no sense', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    for (const from of ['999', '-1', 'x', '1e3', '0x1', '99999999999999999999']) {
      const stream = await open('u1', { from });
      expect((await stream.next()).data.type, from).toBe('snapshot');
      await stream.cancel();
    }
  });

  it('begins anew when more was missed than a ledger shows', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    await hub.send(...Array.from({ length: 150 }, () => eventOf()));
    const stream = await open('u1', { from: '1' });
    expect((await stream.next()).data.type).toBe('snapshot');
  });

  it('tells of a new playbook', async () => {
    hub = await startHub();
    await hub.send(eventOf());
    const later = await startHub({
      storage: hub.storage,
      playbook: playbookOf({ version: 2, levels: [{ at: 0, title: 'Only' }] }),
    });
    const token = await later.token('u1');
    const stream = readStream(await later.get('/v1/stream', token, { 'last-event-id': '1' }));
    expect((await stream.next()).data).toMatchObject({
      type: 'changes',
      replace: { playbookVersion: 2, levels: [{ title: 'Only' }], level: 0 },
    });
    await stream.cancel();
    await later.stop();
  });

  it('gathers a burst into few messages, and loses none of it', async () => {
    hub = await startHub({ gatherMs: 60 });
    const stream = await open('u1');
    await stream.next();
    const sent = Array.from({ length: 20 }, (_, i) => eventOf({ id: `burst${i}` }));
    await Promise.all(sent.map((event) => hub.send(event)));
    const settled: string[] = [];
    let messages = 0;
    while (settled.length < 20) {
      settled.push(...(await stream.next()).data.settled);
      messages++;
    }
    expect(settled.sort()).toEqual(sent.map(({ id }) => id).sort());
    expect(messages).toBeLessThan(10);
  });

  it('gives signs of life, and ends with its token', async () => {
    let clock = NOW;
    hub = await startHub({ heartbeatMs: 20, now: () => clock });
    clock = NOW + 3_600_000 - 150;
    const stream = await open('u1');
    await stream.next();
    await expect(stream.next()).rejects.toThrow('The stream has ended.');
    expect(stream.raw().match(/^: $/gm)?.length).toBeGreaterThan(1);
  });

  it('is refused beyond the limit, and ends when the hub closes', async () => {
    hub = await startHub({ streamLimit: 1 });
    const stream = await open('u1');
    await stream.next();
    const refused = await hub.get('/v1/stream', await hub.token('u2'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    const ended = expect(stream.next()).rejects.toThrow();
    await hub.hub.close();
    await ended;
  });

  it('sees what another process records in the same database', async () => {
    const folder = temporaryFolder();
    hub = await startHub({ database: { data: folder.path } });
    const stream = await open('u1');
    await stream.next();
    const storage = await openStorage({ data: folder.path });
    const other = await startHub({ storage });
    await other.send(eventOf({ id: 'elsewhere' }));
    expect((await stream.next()).data).toMatchObject({ settled: ['elsewhere'], replace: { growth: 40 } });
    await other.stop();
    await storage.close();
    await hub.stop();
    folder.remove();
  });
});

describe("the operators' stream", () => {
  it('shows what came before, what arrives with what it brought, and what was refused', async () => {
    hub = await startHub({ nameOf: (kind, id) => `${kind} ${id}` });
    await hub.send(eventOf({ id: 'before' }));
    const stream = readStream(await hub.get('/admin/v1/live', KEYS.operatorToken));
    expect((await stream.next()).data).toMatchObject({
      type: 'events',
      events: [
        {
          position: '1',
          id: 'before',
          userName: 'user u1',
          companyName: 'company acme',
          entries: [{ ruleName: 'Shipped', points: 40 }],
        },
      ],
    });
    await hub.send(eventOf({ id: 'after' }), { id: 'bad' });
    const messages = [await stream.next(), await stream.next()];
    const byType = Object.fromEntries(messages.map((message) => [message.data.type, message]));
    expect(byType.events).toMatchObject({ id: '2', data: { events: [{ id: 'after' }] } });
    expect(byType.rejected?.data.verdicts).toMatchObject([{ id: 'bad', code: 'invalid_event' }]);
    await stream.cancel();
    const resumed = readStream(await hub.get('/admin/v1/live', KEYS.operatorToken, { 'last-event-id': '1' }));
    expect((await resumed.next()).data.events.map(({ id }: { id: string }) => id)).toEqual(['after']);
  });
});
