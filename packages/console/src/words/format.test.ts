import { describe, expect, it } from 'vitest';
import { createFormat } from './format.js';
import { languageOf } from './languages.js';

const NOW = Date.parse('2026-08-22T12:00:00Z');

describe('format', () => {
  it('shows a time as it stood on the wall where it happened', () => {
    expect(createFormat('en').wall('2026-08-22T20:04:36+05:45')).toContain('20:04');
    expect(createFormat('zh-CN').wall('2026-12-31T23:59:59-03:30')).toContain('23:59');
  });

  it('shows what is no time as it came', () => {
    const format = createFormat('en');
    expect([format.wall('soon'), format.ago('soon', NOW), format.day('soon')]).toEqual([
      'soon',
      'soon',
      'soon',
    ]);
  });

  it.each([
    ['2026-08-22T11:59:30Z', '30 seconds ago'],
    ['2026-08-22T09:00:00Z', '3 hours ago'],
    ['2026-08-21T11:00:00Z', 'yesterday'],
    ['2024-01-01T00:00:00Z', '2 years ago'],
  ])('%s was %s', (iso, shown) => {
    expect(createFormat('en').ago(iso, NOW)).toBe(shown);
  });

  it('takes the text of the language, else of the nearest one', () => {
    const format = createFormat('zh-CN');
    expect(format.text('Level')).toBe('Level');
    expect(format.text({ en: 'Level', 'zh-CN': '等级' })).toBe('等级');
    expect(format.text({ en: 'Level', 'zh-Hant': '等級' })).toBe('等級');
    expect(format.text({ en: 'Level' })).toBe('Level');
    expect(format.text({ fr: 'Niveau' })).toBe('Niveau');
  });

  it('signs what was won and lost', () => {
    const format = createFormat('en');
    expect([format.signed(1200), format.signed(0), format.signed(-5)]).toEqual(['+1,200', '0', '-5']);
  });
});

describe('languageOf', () => {
  it.each([
    [['zh-Hans-CN', 'en'], 'zh-CN'],
    [['en-GB'], 'en'],
    [['fr', 'zh'], 'zh-CN'],
    [[], 'en'],
  ])('%j → %s', (wanted, language) => {
    expect(languageOf(wanted)).toBe(language);
  });
});
