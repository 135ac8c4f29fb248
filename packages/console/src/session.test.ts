import { describe, expect, it } from 'vitest';
import { createMemory } from './memory.js';
import { createSession, tokenOf } from './session.js';

const memory = () =>
  createMemory(() => {
    throw new Error('forbidden');
  });

describe('tokenOf', () => {
  it.each([
    ['#token=abc', 'abc'],
    ['#token=%20abc%20', 'abc'],
    ['#token=', null],
    ['#/live', null],
    ['', null],
  ])('%j → %j', (hash, token) => {
    expect(tokenOf(hash)).toBe(token);
  });
});

describe('session', () => {
  it('keeps a token that came in, even where the browser forbids storage', () => {
    const kept = memory();
    expect(createSession(kept, 'abc').token.get()).toBe('abc');
    expect(createSession(kept).token.get()).toBe('abc');
  });

  it('forgets the token when it is refused, and says so until the next one', () => {
    const kept = memory();
    const session = createSession(kept, 'abc');
    session.signOut(true);
    expect([session.token.get(), session.refused.get()]).toEqual([null, true]);
    expect(createSession(kept).token.get()).toBeNull();
    session.signIn('def');
    expect([session.token.get(), session.refused.get()]).toEqual(['def', false]);
  });
});
