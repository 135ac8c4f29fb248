import { en, type Words } from './en.js';
import { zhCN } from './zh-cn.js';

/** Languages the console speaks, with their names in themselves. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文' } as const;
/** A language of the console. */
export type Language = keyof typeof LANGUAGES;

const WORDS: Record<Language, Words> = { en, 'zh-CN': zhCN };

/** The words of a language. */
export const wordsOf = (language: Language): Words => WORDS[language];

/** The first of the wanted language tags that the console speaks, or English. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = (Object.keys(LANGUAGES) as Language[]).find(
      (language) => language === tag || language.split('-')[0] === tag.split('-')[0],
    );
    if (known) return known;
  }
  return 'en';
}
