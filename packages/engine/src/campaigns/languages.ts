import type { Campaign } from '@waymark/contracts';

/** Texts that differ by language, with their paths. */
export interface TranslatedText {
  readonly path: string;
  readonly languages: readonly string[];
}

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Keys whose values are texts for people. */
const TEXTS = ['text', 'title', 'label', 'alt', 'ask', 'name', 'description'];

/** Every text of a content that is said by language. */
export function translatedTexts(value: unknown, path: string, key = ''): TranslatedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => translatedTexts(item, `${path}[${i}]`));
  const entries = Object.entries(value);
  if (TEXTS.includes(key) && entries.every(([tag, text]) => TAG.test(tag) && typeof text === 'string')) {
    return [{ path, languages: entries.map(([tag]) => tag) }];
  }
  return entries.flatMap(([inner, part]) => translatedTexts(part, `${path}.${inner}`, inner));
}

/** The languages that a campaign comes in: those that it names, else those of its texts. */
export function languagesOf({ languages, content, experiment }: Campaign): readonly string[] {
  if (languages !== undefined) return languages;
  const contents = [content, ...(experiment?.arms ?? []).map((arm) => arm.content)];
  const tags = contents.flatMap((one) => translatedTexts(one, '').flatMap((text) => text.languages));
  return [...new Set(tags)].sort();
}

/** The first of some languages that is offered, be it as it is spoken elsewhere; null when none is. */
export function nearestLanguage(wanted: readonly string[], offered: readonly string[]): string | null {
  for (const tag of wanted) {
    const found = offered.find((one) => one === tag) ?? offered.find((one) => baseOf(one) === baseOf(tag));
    if (found !== undefined) return found;
  }
  return null;
}

/** What is offered to who reads none of it: English, else the first. */
export function defaultLanguage(offered: readonly string[]): string | null {
  return offered.find((one) => baseOf(one) === 'en') ?? offered[0] ?? null;
}

function baseOf(tag: string): string {
  return tag.split('-')[0] as string;
}
