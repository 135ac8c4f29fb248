import { describe, expect, it, vi } from 'vitest';
import { claimsOf, createTokenSource } from './token.js';

const tokenWith = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('the token source', () => {
  it('asks the page once, however many wait, and keeps the answer while it has time left', async () => {
    const give = vi.fn(async () => tokenWith({ sub: 'u', exp: 1_000 }));
    const source = createTokenSource(give, () => 0);
    await Promise.all([source.get(), source.get()]);
    await source.get();
    expect(give).toHaveBeenCalledTimes(1);
  });

  it('asks again half a minute before the token runs out, and after the hub refused it', async () => {
    let now = 0;
    const give = vi.fn(() => tokenWith({ exp: 100 }));
    const source = createTokenSource(give, () => now);
    await source.get();
    now = 69_000;
    expect(source.current()).toBeDefined();
    now = 70_000;
    expect(source.current()).toBeUndefined();
    now = 0;
    source.drop();
    await source.get();
    expect(give).toHaveBeenCalledTimes(2);
  });

  it('rejects what is not a token, and recovers with the next one', async () => {
    const answers: unknown[] = ['', { token: 'x' }, 'a.b.c'];
    const source = createTokenSource(() => answers.shift() as string);
    await expect(source.get()).rejects.toThrow('Expected `getToken` to give a token');
    await expect(source.get()).rejects.toThrow('[object Object]');
    await expect(source.get()).resolves.toBe('a.b.c');
  });

  it('reads claims with names in any script and takes junk for no claims', () => {
    expect(claimsOf(tokenWith({ sub: '王小明', companyId: 'c' }))).toEqual({ sub: '王小明', companyId: 'c' });
    for (const junk of ['', '..', 'a.%%%.c', `a.${btoa('null')}.c`]) expect(claimsOf(junk)).toEqual({});
  });
});
