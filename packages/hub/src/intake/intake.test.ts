import { describe, expect, it } from 'vitest';
import { eventOf, NOW } from '../../tests/fixture.js';
import type { Claims } from '../identity/token.js';
import { type IntakeContext, takeIn } from './intake.js';

const claims: Claims = {
  userId: 'u1',
  companyId: 'acme',
  name: null,
  companyName: null,
  role: 'admin',
  expires: 0,
};
const context: IntakeContext = { now: NOW, claims: null, identity: 'claimed', nameOf: (i) => `events[${i}]` };

function verdictOf(input: unknown, change: Partial<IntakeContext> = {}) {
  return takeIn([input], { ...context, ...change }).settle(['accepted'])[0];
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = { a: value };
  return value;
}

describe('events are checked one by one', () => {
  it('keeps the good ones beside a bad one, in order', () => {
    const intake = takeIn(
      [eventOf({ id: 'a' }), { id: 'b' }, eventOf({ id: 'c' }), 7, eventOf({ id: 'd' })],
      context,
    );
    expect(intake.admitted.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    const verdicts = intake.settle(['accepted', 'duplicate', { refused: 'out of luck' }]);
    expect(verdicts.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'accepted'],
      ['b', 'rejected'],
      ['c', 'duplicate'],
      [null, 'rejected'],
      ['d', 'rejected'],
    ]);
    expect(verdicts[1]).toMatchObject({
      code: 'invalid_event',
      message: expect.stringContaining('events[1].timestamp'),
    });
    expect(verdicts[4]).toMatchObject({ message: 'events[4]: could not be recorded: out of luck' });
  });

  it.each([
    ['a text instead of an object', 'x', 'invalid_event', 'events[0]: expected an object, got "x"'],
    ['null', null, 'invalid_event', 'events[0]: expected an object, got null'],
    ['a list', [[]], 'invalid_event', 'events[0]'],
    ['a control character in the id', eventOf({ id: 'a\u0000' }), 'invalid_event', 'events[0].id'],
    ['half a surrogate pair in the user', eventOf({ userId: '\ud800' }), 'invalid_event', 'events[0].userId'],
    ['NUL in the name', eventOf({ event: 'a\u0000' }), 'invalid_event', 'events[0].event'],
    ['no time', { ...eventOf(), timestamp: undefined }, 'invalid_event', 'events[0].timestamp'],
    [
      'a time without offset',
      eventOf({ timestamp: '2026-08-22T10:00:00' }),
      'invalid_event',
      'events[0].timestamp',
    ],
    [
      'a time before 2000',
      eventOf({ timestamp: '1999-12-31T23:59:59Z' }),
      'timestamp_out_of_range',
      'events[0].timestamp: expected a time between 2000-01-01 and 2026-08-23T12:00:00.000Z',
    ],
    [
      'a time tomorrow',
      eventOf({ timestamp: '2026-08-23T12:00:01Z' }),
      'timestamp_out_of_range',
      'events[0].timestamp',
    ],
    ['too deep', eventOf({ properties: nested(12) as never }), 'invalid_event', 'expected at most 10 levels'],
    [
      'far too deep',
      eventOf({ properties: nested(50_000) as never }),
      'invalid_event',
      'expected at most 10 levels',
    ],
    [
      'too deep to be shown',
      eventOf({ id: nested(50_000) as never }),
      'invalid_event',
      'expected a text, got a value nested far too deep',
    ],
    ['nothing but depth', nested(50_000), 'invalid_event', 'events[0]'],
    [
      'too large',
      eventOf({ properties: { text: 'x'.repeat(33_000) } }),
      'too_large',
      'events[0]: expected at most 32768 bytes',
    ],
  ])('refuses %s', (_, input, code, message) => {
    const verdict = verdictOf(input);
    expect(verdict).toMatchObject({ status: 'rejected', code });
    expect((verdict as { message: string }).message).toContain(message);
  });

  it.each([
    ['a time 24 hours ahead', eventOf({ timestamp: '2026-08-23T12:00:00Z' })],
    ['the first moment of 2000', eventOf({ timestamp: '2000-01-01T00:00:00Z' })],
    ['ten levels', eventOf({ properties: nested(10) as never })],
    [
      'a __proto__ key',
      JSON.parse(JSON.stringify(eventOf()).replace('"type"', '"__proto__":{"polluted":1},"type"')),
    ],
    ['odd text in properties', eventOf({ properties: { odd: 'a\u0000\ud800' } })],
  ])('takes %s', (_, input) => {
    expect(verdictOf(input)).toMatchObject({ status: 'accepted' });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a verified token', () => {
  it('says who it is', () => {
    const { userId: _, companyId: __, ...event } = eventOf({ anonymousId: 'device' });
    expect(takeIn([{ ...event, userId: 'u1' }], { ...context, claims }).admitted[0]).toMatchObject({
      companyId: 'acme',
      role: 'admin',
    });
  });
  it.each([
    ['another user', eventOf({ userId: 'u2' }), 'events[0].userId: expected the token\'s user, got "u2"'],
    ['another company', eventOf({ companyId: 'rival' }), 'events[0].companyId'],
  ])('lets nobody speak for %s where people must be proven', (_, event, message) => {
    const verdict = verdictOf(event, { claims, identity: 'required' });
    expect(verdict).toMatchObject({ status: 'rejected', code: 'identity_mismatch' });
    expect((verdict as { message: string }).message).toContain(message);
  });

  it('vouches for its own person only: a neighbour in the same browser counts as claimed, without its role', () => {
    const event = eventOf({ userId: 'u2', companyId: 'rival' });
    expect(takeIn([event], { ...context, claims }).admitted[0]).toMatchObject({
      userId: 'u2',
      companyId: 'rival',
      role: null,
    });
  });

  it('names whoever did something before the page said who it is', () => {
    const { userId: _, ...event } = eventOf({ anonymousId: 'device' });
    expect(takeIn([event], { ...context, claims }).admitted[0]).toMatchObject({
      userId: 'u1',
      role: 'admin',
    });
  });
});
