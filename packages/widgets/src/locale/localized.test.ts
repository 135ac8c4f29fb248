import { expect, it } from 'vitest';
import { textOf } from './localized.js';

it.each([
  ['one for everybody', 'zh-CN', 'one for everybody'],
  [{ en: 'a', 'zh-CN': 'b' }, 'zh-CN', 'b'],
  [{ en: 'a', zh: 'b' }, 'zh-CN', 'b'],
  [{ en: 'a', 'zh-TW': 'b' }, 'zh-CN', 'b'],
  [{ en: 'a', 'ZH-cn': 'b' }, 'zh-CN', 'b'],
  [{ de: 'd', 'en-GB': 'a' }, 'fr', 'a'],
  [{ de: 'd', ja: 'j' }, 'fr', 'd'],
  [{}, 'en', ''],
  [null, 'en', ''],
  [undefined, 'en', ''],
])('reads %j in %s as "%s"', (text, locale, expected) => {
  expect(textOf(text as never, locale)).toBe(expected);
});

it('shows nothing of what is no text', () => {
  expect(textOf({ en: { toString: () => 'x' } } as never, 'en')).toBe('');
  expect(textOf(7 as never, 'en')).toBe('');
});
