import { describe, expect, it } from 'vitest';
import { hash32 } from './hash.js';

describe('the hash', () => {
  // From the reference implementation: https://github.com/aappleby/smhasher
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['test', 0x9747b28c, 0x704b81dc],
    ['Hello, world!', 0, 0xc0363e43],
    ['Hello, world!', 0x9747b28c, 0x24884cba],
    ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
    ['aaa', 0x9747b28c, 0x283e0130],
    ['aa', 0x9747b28c, 0x5d211726],
    ['a', 0x9747b28c, 0x7fa09ea6],
    ['ππππππππ', 0x9747b28c, 0xd58063c1],
  ])('of %j with seed %i is as the reference has it', (text, seed, expected) => {
    expect(hash32(text, seed)).toBe(expected);
  });

  it('moves about half of all bits with one bit of what comes in', () => {
    let moved = 0;
    for (let i = 0; i < 2_000; i++) {
      let bits = hash32(`user-${i}`, 1) ^ hash32(`user-${i ^ 1}`, 1);
      for (; bits !== 0; bits &= bits - 1) moved++;
    }
    expect(moved / 2_000).toBeGreaterThan(15.5);
    expect(moved / 2_000).toBeLessThan(16.5);
  });

  it('takes characters of four bytes', () => {
    expect(hash32('𝄞', 0)).not.toBe(hash32('𝄟', 0));
  });
});
