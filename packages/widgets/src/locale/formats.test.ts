import { describe, expect, it } from 'vitest';
import { dayOf, formatsOf } from './formats.js';

const en = formatsOf('en');
const zh = formatsOf('zh-CN');
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('formats', () => {
  it('write numbers, short ones from a hundred thousand on', () => {
    expect(en.number(1240)).toBe('1,240');
    expect([99_999, 100_000, 1_250_000].map(en.compact)).toEqual(['99,999', '100K', '1.3M']);
    expect(zh.compact(1_230_000)).toBe('123万');
    expect([10, 0, -3].map(en.signed)).toEqual(['+10', '+0', '-3']);
    expect([10, 1_250_000].map(en.gain)).toEqual(['+10', '+1.3M']);
    expect([en.percent(0.583), zh.percent(1)]).toEqual(['58%', '100%']);
  });

  it('show the clock of the person, whatever the offset', () => {
    for (const offset of ['Z', '+08:00', '-11:00']) {
      expect(plain(en.time(`2026-08-22T14:02:00${offset}`))).toBe('2:02 PM');
      expect(zh.time(`2026-08-22T14:02:00${offset}`)).toBe('14:02');
    }
  });

  it('name days as people do', () => {
    expect(en.day('2026-08-22', '2026-08-22')).toBe('Today');
    expect(en.day('2026-08-21', '2026-08-22')).toBe('Yesterday');
    expect(en.day('2026-08-14', '2026-08-22')).toBe('Fri, Aug 14');
    expect(en.day('2025-08-14', '2026-08-22')).toBe('Aug 14, 2025');
    expect(zh.day('2026-08-22', '2026-08-22')).toBe('今天');
    expect(zh.day('2026-08-21', '2026-08-22')).toBe('昨天');
    expect([en.weekday('2026-08-22'), zh.weekday('2026-08-22')]).toEqual(['Sat', '六']);
  });

  it('name months, and the present day, week and month', () => {
    expect([en.month('2026-08-22'), zh.month('2026-08-22')]).toEqual(['Aug', '8月']);
    expect((['day', 'week', 'month'] as const).map(en.present)).toEqual(['today', 'this week', 'this month']);
    expect((['day', 'week', 'month'] as const).map(zh.present)).toEqual(['今天', '本周', '本月']);
  });

  it('show what is no date as it is', () => {
    expect(en.time('soon')).toBe('soon');
    expect(en.date('2026-99-99')).toBe('2026-99-99');
  });

  it('are made once a language, and are English for a tag nobody knows', () => {
    expect(formatsOf('en')).toBe(en);
    expect(formatsOf('not a tag').number(1240)).toBe('1,240');
  });
});

it('reads the local day of a moment', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
