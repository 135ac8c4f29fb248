import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.js';

const single = fc.constantFrom('a', 'b', '.', '\\.', '[ab]', '[^a]', '\\d', '\\W', '\\s', 'é', '😀', '/');
const repeated = fc
  .tuple(single, fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}'))
  .map((parts) => parts.join(''));
const patterns = fc.letrec<{ row: string; group: string }>((tie) => ({
  row: fc
    .array(fc.oneof({ maxDepth: 3 }, repeated, fc.constantFrom('^', '$'), tie('group')), { maxLength: 5 })
    .map((parts) => parts.join('')),
  group: fc
    .tuple(fc.constantFrom('(', '(?:'), tie('row'), tie('row'), fc.constantFrom('', '*', '+', '?'))
    .map(([open, one, other, times]) => `${open}${one}|${other})${times}`),
}));
const texts = fc.array(fc.constantFrom('a', 'b', 'c', '.', '1', ' ', '\n', 'é', '😀', '/'), { maxLength: 8 });

type Compiling = (source: string) => (text: string) => boolean;

function agrees(compile: Compiling) {
  return fc.property(patterns.row, texts, (source, letters) => {
    const text = letters.join('');
    expect(compile(source)(text)).toBe(new RegExp(source, 'u').test(text));
  });
}

describe('a pattern', () => {
  it('finds what a regular expression finds', { timeout: 60_000 }, () => {
    fc.assert(agrees(compilePattern), { numRuns: 2_000 });
  });

  it('a search that begins at the start alone is caught by that', () => {
    const anchored: Compiling = (source) => compilePattern(`^(?:${source})`);
    expect(fc.check(agrees(anchored), { numRuns: 10_000, seed: 1 }).failed).toBe(true);
  });

  it('takes steps in proportion to the text, where a matcher that goes back would not end', () => {
    expect(compilePattern('(a*)*b')('a'.repeat(256))).toBe(false);
    expect(compilePattern('(a|a)*(a|a)*(a|a)*(a|a)*c')('a'.repeat(256))).toBe(false);
    expect(compilePattern('a{0,20}'.repeat(14))('a'.repeat(256))).toBe(true);
  });
});
