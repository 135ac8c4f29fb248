import { describe, expect, it } from 'vitest';
import { patternFault } from './pattern.js';

describe('patterns', () => {
  it.each([
    '^/projects/[^/]+/settings$',
    'a|b',
    '(?:ab)+c?',
    '[a-z\\d_]{2,20}',
    '\\.png$',
    'é+',
    '(a|b)*c{3}',
    'a{2,}',
  ])('take %s', (source) => {
    expect(patternFault(source)).toBeNull();
  });

  it.each([
    ['', 'expected a pattern of 1 to 100 characters'],
    ['a'.repeat(101), 'expected a pattern of 1 to 100 characters'],
    ['(a)\\1', 'expected no "\\1"'],
    ['(?=a)', 'expected no "(?=a"'],
    ['(?<x>a)', 'expected no "(?<x"'],
    ['\\bword', 'expected no "\\bwo"'],
    ['\\p{L}', 'expected no "\\p{L"'],
    ['a+?', 'expected one quantifier at a time, got "+?"'],
    ['^*', 'expected no quantifier after "^"'],
    ['(a{2}){3}', 'expected {n,m} after one character or class'],
    ['a{21}', 'expected at most 20 repetitions, got 21'],
    ['(a', 'expected a regular expression'],
    ['*', 'expected a regular expression'],
    ['[z-a]', 'expected a regular expression'],
  ])('%s is refused', (source, fault) => {
    expect(patternFault(source)).toContain(fault);
  });
});
