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
  return {
    ...formats,
    lang: locale,
    dir: RTL.test(locale) ? 'rtl' : 'ltr',
    t: (key, params = {}) => fill(overrides[key] ?? catalog[key], params, formats.number, formats.plural),
    text: (localized) => textOf(localized, locale),
  };
}

/** The language a widget speaks when none is asked for: the page's, else the browser's. */
export function pageLocale(): string {
  return document.documentElement.lang || navigator.language || 'en';
}
