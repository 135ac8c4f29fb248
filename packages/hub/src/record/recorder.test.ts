import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventOf, NOW, playbookOf, temporaryFolder } from '../../tests/fixture.js';
import { openSession } from '../storage/open-session.js';
import { openStorage, type Storage, targetOf } from '../storage/open-storage.js';
import type { Session } from '../storage/session.js';
import { verify } from '../verify/verify.js';
import { createRecorder } from './recorder.js';
import { type Recorder, type RecordRequest, TOLD_LIMIT } from './request.js';
import { createWriter } from './writer.js';

let folder: ReturnType<typeof temporaryFolder>;
let session: Session;
let recorder: Recorder;

beforeEach(async () => {
  folder = temporaryFolder();
  session = await openSession(targetOf({ data: folder.path }), '');
  recorder = createRecorder(session, { tenant: 'main', now: () => NOW });
  await recorder.adopt(playbookOf());
});
afterEach(async () => {
  await recorder.close();
  folder.remove();
});

function requestOf(...events: ReturnType<typeof eventOf>[]): RecordRequest {
  return {
    events: events.map((event) => ({
      id: event.id,
      userId: event.userId,
      body: JSON.stringify(event),
      companyId: event.companyId ?? '',
      role: null,
    })),
    receivedAt: '2026-08-22T12:00:00.000Z',
    sentAt: null,
    names: { users: new Map(), companies: new Map() },
  };
}

async function checked(): Promise<Awaited<ReturnType<typeof verify>>> {
  const storage: Storage = await openStorage({ data: folder.path, thread: false });
  const verification = await verify(storage);
  await storage.close();
  return verification;
}

describe('a group of events', () => {
  it('is recorded once each, in their order, with what they bring', async () => {
    const answer = await recorder.record(
      [requestOf(eventOf({ id: 'a' }), eventOf({ id: 'b' })), requestOf(eventOf({ id: 'a' }))],
      true,
    );
    expect(answer.outcomes).toEqual([['accepted', 'accepted'], ['duplicate']]);
    expect(answer.commit?.head).toBe(2);
    expect(answer.commit?.companies).toEqual(['acme']);
    expect(answer.commit?.events.map(({ id, entries }) => [id, entries[0]?.points])).toEqual([
      ['a', 40],
      ['b', 40],
    ]);
    const again = await recorder.record([requestOf(eventOf({ id: 'b' }))], true);
    expect(again).toEqual({ outcomes: [['duplicate']], commit: null });
  });

  it('tells of all whose events it holds, and one by one of the latest', async () => {
    const events = Array.from({ length: TOLD_LIMIT + 50 }, (_, i) =>
      eventOf({ id: `e${i}`, userId: `person-${i % 60}` }),
    );
    const { commit } = await recorder.record([requestOf(...events)], true);
    expect(commit).toMatchObject({ first: 1, head: events.length });
    expect(commit?.members.size).toBe(60);
    expect(commit?.events).toHaveLength(TOLD_LIMIT);
    expect(commit?.events.at(-1)?.id).toBe(events.at(-1)?.id);
  });

  it('is kept without the one event that cannot be recorded', async () => {
    const all = session.all.bind(session);
    session.all = async (statement, parameters) => {
      if (statement.startsWith('INSERT INTO log') && String(parameters?.[1]).includes('poison')) {
        throw Object.assign(new Error('a value that no column takes'), { code: '22P05' });
      }
      return all(statement, parameters);
    };
    const good = requestOf(eventOf({ id: 'a' }));
    const mixed = requestOf(eventOf({ id: 'b' }), eventOf({ id: 'poison' }), eventOf({ id: 'c' }));
    const { outcomes, commit } = await recorder.record([good, mixed], true);
    expect(outcomes).toEqual([
      ['accepted'],
      ['accepted', { refused: 'a value that no column takes' }, 'accepted'],
    ]);
    expect(commit).toMatchObject({ first: 1, head: 3, companies: ['acme'] });
    expect(commit?.events.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await checked()).toMatchObject({ ok: true, events: 3 });
  });

  it('is refused whole, to be sent again, when the database is away', async () => {
    const all = session.all.bind(session);
    session.all = async (statement, parameters) => {
      if (statement.startsWith('INSERT INTO standings')) throw new Error('disk full');
      return all(statement, parameters);
    };
    await expect(recorder.record([requestOf(eventOf({ id: 'a' }))], true)).rejects.toThrow('disk full');
    session.all = all;
    expect(await checked()).toMatchObject({ ok: true, events: 0 });
    expect((await recorder.record([requestOf(eventOf({ id: 'a' }))], true)).outcomes).toEqual([['accepted']]);
  });

  it('keeps anonymous events, without points', async () => {
    const { commit } = await recorder.record(
      [requestOf(eventOf({ userId: undefined, anonymousId: 'device' }))],
      true,
    );
    expect(commit?.events[0]?.entries).toEqual([]);
    expect(await checked()).toMatchObject({ ok: true, events: 1, users: 0 });
  });

  it('values each event by the playbook in force when it came', async () => {
    await recorder.record([requestOf(eventOf({ id: 'a' }))], true);
    const [ship, ...rest] = playbookOf().rules;
    await recorder.adopt(playbookOf({ version: 2, rules: [{ ...ship, points: 7 }, ...rest] }));
    const { commit } = await recorder.record([requestOf(eventOf({ id: 'b' }))], true);
    expect(commit?.events[0]?.entries[0]).toMatchObject({ points: 7, version: 2 });
    expect(await checked()).toMatchObject({ ok: true, events: 2 });
  });
});

describe('a playbook', () => {
  it('comes into force again as long as it is the same', async () => {
    expect(await recorder.adopt(playbookOf())).toEqual({ version: 1, position: 0 });
  });
  it('is refused when it changed under the same version', async () => {
    await expect(recorder.adopt(playbookOf({ name: 'Other' }))).rejects.toThrow(
      'Give the changed one version 2.',
    );
  });
  it('is refused when its version goes down', async () => {
    await recorder.adopt(playbookOf({ version: 5 }));
    await expect(recorder.adopt(playbookOf())).rejects.toThrow('give it version 6');
  });
});

describe('the check of the whole database', () => {
  it.each([
    ['cells', `UPDATE cells SET cell = '{"growth":999}' WHERE span = 'all'`],
    ['ledger', 'UPDATE ledger SET points = points + 1'],
    ['ledger', 'DELETE FROM ledger'],
    ['awards', 'DELETE FROM awards'],
    ['standings', 'UPDATE standings SET points = points + 1'],
    ['members', 'UPDATE members SET growth = 0'],
    ['preferences', "INSERT INTO preferences VALUES ('main', 'x', 'y', 'hidden', NULL, 0, 1)"],
    ['company_growth', "INSERT INTO company_growth VALUES ('main', 'x', 7)"],
    ['members', "INSERT INTO members VALUES ('main', 'x', 'y', 0, 0, 0, NULL, 0, '', 0)"],
  ])('finds a fault in %s: %s', async (table, fault) => {
    await recorder.record([requestOf(eventOf())], true);
    expect((await checked()).ok).toBe(true);
    await session.all(fault);
    const { ok, differences } = await checked();
    expect(ok).toBe(false);
    expect(differences[0]).toContain(table);
  });

  it('finds a gap in the log', async () => {
    await recorder.record([requestOf(eventOf(), eventOf())], true);
    await session.all('DELETE FROM log WHERE position = 1');
    await expect(checked()).rejects.toThrow('Expected the log to go on at position 1');
  });
});

it('comes to the same state however events are ordered, repeated and parted into groups', async () => {
  const arrival = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    batch: fc.nat(3),
  });
  const known = new Map(
    [...'abcdefgh'].map((id, i) => [
      id,
      eventOf({
        id,
        event: i % 3 === 0 ? 'feature.shipped' : 'change.committed',
        userId: i % 2 === 0 ? 'u1' : 'u2',
        timestamp: `2026-08-${10 + (i % 4)}T10:00:00Z`,
      }),
    ]),
  );
  const hashes = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 24 }), async (arrivals) => {
      const tenant = `t${hashes.size}-${arrivals.length}-${Math.random()}`;
      const one = createRecorder(session, { tenant, now: () => NOW });
      await one.adopt(playbookOf());
      const writer = createWriter({ ...one, close: async () => {} });
      for (const batch of [0, 1, 2, 3]) {
        const events = arrivals
          .filter((each) => each.batch === batch)
          .map(({ id }) => known.get(id) as never);
        await writer.record(requestOf(...(events as ReturnType<typeof eventOf>[])));
      }
      const storage = await openStorage({ data: folder.path, tenant, thread: false });
      const { ok, stateHash, differences } = await verify(storage);
      await storage.close();
      expect(differences).toEqual([]);
      expect(ok).toBe(true);
      const ids = [...new Set(arrivals.map(({ id }) => id))].sort().join('');
      expect(stateHash).toBe(hashes.get(ids) ?? stateHash);
      hashes.set(ids, stateHash);
    }),
    { numRuns: 60 },
  );
}, 60_000);
