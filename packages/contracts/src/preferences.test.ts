import { describe, expect, it } from 'vitest';
import { parsePreferences } from './preferences.js';
import { describeProblems } from './problem.js';

const faults = (input: unknown): string => {
  const parsed = parsePreferences(input);
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
};

describe('a change of preferences', () => {
  it('holds only what is to change', () => {
    expect(parsePreferences({ quiet: true })).toEqual({ ok: true, value: { quiet: true } });
    expect(parsePreferences({})).toEqual({ ok: true, value: {} });
  });

  it('tidies an alias, and takes an empty one for none', () => {
    expect(parsePreferences({ alias: '  Ｑuiet   Heron ' })).toEqual({
      ok: true,
      value: { alias: 'Quiet Heron' },
    });
    expect(parsePreferences({ alias: '  ' })).toEqual({ ok: true, value: { alias: null } });
    expect(parsePreferences({ alias: null })).toEqual({ ok: true, value: { alias: null } });
  });

  it.each([
    [{ ranking: 'first' }, 'ranking:'],
    [{ alias: 'x'.repeat(41) }, 'expected at most 40 characters'],
    [{ alias: 'Mei\u200b' }, 'invisible'],
    [{ alias: '\u202eieM' }, 'invisible'],
    [{ alias: '...' }, 'at least one letter or digit'],
    [{ alias: 3 }, 'alias:'],
    [{ quiet: 'yes' }, 'quiet:'],
    [{ growth: 1_000 }, 'growth'],
    [null, 'expected an object'],
  ])('case %#', (input, message) => {
    expect(faults(input)).toContain(message);
  });
});
