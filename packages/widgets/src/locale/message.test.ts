import { describe, expect, it } from 'vitest';
import { en as launcherEn, zh as launcherZh } from '../launcher/messages.js';
import { en as toastEn, zh as toastZh } from '../toast/messages.js';
import { en as companyEn, zh as companyZh } from '../user-center/company/messages.js';
import { en, zh } from '../user-center/messages.js';
import { en as preferencesEn, zh as preferencesZh } from '../user-center/preferences/messages.js';
import { type Catalog, fill, type Message } from './message.js';

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe.each([
  ['user center', en, zh],
  ['launcher', launcherEn, launcherZh],
  ['toast', toastEn, toastZh],
  ['company view', companyEn, companyZh],
  ['preferences', preferencesEn, preferencesZh],
] as [string, Catalog, Catalog][])('the catalogs of the %s', (_name, english, chinese) => {
  it('have the same keys', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('leave the same holes in "%s"', (key) => {
    const expected = holes(forms(english[key] ?? '')[0] ?? '');
    for (const text of [...forms(english[key] ?? ''), ...forms(chinese[key] ?? '')]) {
      expect(text.trim()).not.toBe('');
      expect(holes(text)).toEqual(expected);
    }
  });

  it('are in their own language', () => {
    expect(Object.values(english).flatMap(forms).join('')).not.toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(chinese).flatMap(forms)) {
      if (/\p{L}/u.test(text.replace(/\{\w+\}/g, ''))) expect(text).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('fill', () => {
  const plural = (n: number) => new Intl.PluralRules('en').select(n);
  const say = (message: Message, params = {}) => fill(message, params, (n) => `<${n}>`, plural);

  it('writes numbers, keeps texts, and leaves unknown holes to be seen', () => {
    expect(say('{a} of {b}, {c}', { a: 1, b: 'all' })).toBe('<1> of all, {c}');
  });

  it('picks the plural form', () => {
    const message = { one: '{n} point', other: '{n} points' };
    expect([0, 1, 2].map((n) => say(message, { n }))).toEqual(['<0> points', '<1> point', '<2> points']);
  });

  it('takes no hole from what is put in', () => {
    expect(say('{a}{b}', { a: '{b}', b: 'x' })).toBe('{b}x');
  });
});
