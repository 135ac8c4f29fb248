import { describe, expect, it } from 'vitest';
import { cleanName } from './naming.js';

describe('a name as it is kept', () => {
  it.each([
    ['Mei', 'Mei'],
    ['  Mei\u0000 Lin ', 'Mei  Lin'],
    ['broken \ud800', 'broken \ufffd'],
    ['', null],
    ['\u0007', null],
    [42, null],
    [{ toString: 'x' }, null],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j → %j', (input, name) => {
    expect(cleanName(input)).toBe(name);
  });
});
