import type { Localized } from '@waymark/contracts';
import { type Formats, formatsOf } from './formats.js';
import { textOf } from './localized.js';
import { type Catalog, fill, type Message, type Params } from './message.js';

/** How a widget speaks: its strings in one language, texts of the playbook, numbers and dates. */
export interface Voice<Key extends string> extends Formats {
  /** Language tag of the strings. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  t(key: Key, params?: Params): string;
  text(localized: Localized | null | undefined): string;
}

/** Strings a vendor adds or puts in place of ours. */
export type Overrides<Key extends string> = { readonly [key in Key]?: Message | undefined };

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** Builds the voice for a language: Chinese tags speak Chinese, all others English, and `overrides` come first. */
export function createVoice<Key extends string>(
  locale: string,
  catalogs: { readonly en: Catalog<Key>; readonly zh: Catalog<Key> },
  overrides: Overrides<Key> = {},
): Voice<Key> {
  const chinese = /^zh\b/i.test(locale);
  const catalog = catalogs[chinese ? 'zh' : 'en'];
  const formats = formatsOf(locale);
  const rtl = RTL.test(locale);
  return {
    ...formats,
    lang: locale,
    dir: rtl ? 'rtl' : 'ltr',
    t: (key, params = {}) =>
      isolate(fill(overrides[key] ?? catalog[key], params, formats.number, formats.plural), rtl),
    text: (localized) => isolate(textOf(localized, locale), rtl),
  };
}

/** Lets a text among those that run from right to left run as its own first letter does (FSI … PDI). */
function isolate(text: string, rtl: boolean): string {
  return rtl && text !== '' ? `\u2068${text}\u2069` : text;
}

/** The language a widget speaks when none is asked for: the page's, else the browser's. */
export function pageLocale(): string {
  return document.documentElement.lang || navigator.language || 'en';
}
