import type { LiveEvent, LiveMessage } from '@waymark/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, DOINGS, EMPTY_LOG, filtered, KEPT } from './live-log.js';

const event = (n: number, name = 'bug.fixed'): LiveEvent => ({
  position: String(n),
  id: `e_${n}`,
  event: name,
  userId: 'u_1',
  userName: 'Silver Osprey',
  companyId: 'c_1',
  companyName: 'Crimson Forge',
  timestamp: '2026-08-22T20:04:36+08:00',
  receivedAt: '2026-08-22T12:04:37Z',
  entries: [
    {
      id: `l_${n}`,
      eventId: `e_${n}`,
      event: name,
      ruleId: 'fix-bug',
      ruleName: 'Fixed a bug',
      points: 20,
      capped: null,
      timestamp: '2026-08-22T20:04:36+08:00',
      playbookVersion: 1,
    },
  ],
});
const events = (...numbers: number[]): LiveMessage => ({
  type: 'events',
  events: numbers.map((n) => event(n)),
});
const refusal = (id: string | null): LiveMessage => ({
  type: 'rejected',
  at: '2026-08-22T12:05:00Z',
  verdicts: [{ id, status: 'rejected', code: 'invalid_event', message: 'expected an id' }],
});

describe('append', () => {
  it('puts the newest on top and adds up', () => {
    const log = [events(1, 2), refusal(null), events(3)].reduce(append, EMPTY_LOG);
    expect(log.items.map(({ key }) => key.split(' ')[0])).toEqual(['event', 'refusal', 'event', 'event']);
    expect(log).toMatchObject({ accepted: 3, rejected: 1, points: 60, names: ['bug.fixed'] });
    expect(log.items[0]?.key).toBe('event e_3');
  });

  it('lists once what a resumed stream says again, in any cut', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(30), { maxLength: 12 }), { maxLength: 8 }), (groups) => {
        const log = groups.map((group) => events(...new Set(group))).reduce(append, EMPTY_LOG);
        const told = new Set(groups.flat());
        expect(log.items).toHaveLength(told.size);
        expect(log.accepted).toBe(told.size);
      }),
    );
  });

  it('keeps a bounded number of lines and counts them all', () => {
    const many = Array.from({ length: KEPT + 40 }, (_, n) => n);
    const log = append(EMPTY_LOG, events(...many));
    expect([log.items.length, log.accepted]).toEqual([KEPT, KEPT + 40]);
  });
});

describe('filtered', () => {
  it('leaves out what the SDK itself says when only doings are wanted', () => {
    const own = append(EMPTY_LOG, { type: 'events', events: [event(1, '$identify'), event(2)] });
    expect(filtered(own.items, { event: DOINGS }).map(({ key }) => key)).toEqual(['event e_2']);
  });

  const log = [
    events(1),
    { type: 'events', events: [event(2, 'doc.written')] } as const,
    refusal('e_bad'),
  ].reduce(append, EMPTY_LOG);

  it.each([
    [{}, 3],
    [{ event: 'doc.written' }, 1],
    [{ event: DOINGS }, 3],
    [{ event: DOINGS, verdict: 'accepted' }, 2],
    [{ verdict: 'rejected' }, 1],
    [{ company: 'c_2' }, 0],
    [{ search: 'OSPREY' }, 2],
    [{ search: 'e_bad' }, 1],
    [{ search: 'osprey', verdict: 'rejected' }, 0],
  ])('%j lets %i through', (filters, count) => {
    expect(filtered(log.items, filters)).toHaveLength(count);
  });
});
