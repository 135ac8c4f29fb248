import type { Localized } from '@waymark/contracts';

/** The text of `localized` for a language: its own, its nearest kin, English, else whichever comes first. */
export function textOf(localized: Localized | null | undefined, locale: string): string {
  if (typeof localized === 'string') return localized;
  if (typeof localized !== 'object' || localized === null) return '';
  const texts = Object.entries(localized).filter(([, text]) => typeof text === 'string');
  const match = (accepts: (tag: string) => boolean) => texts.find(([tag]) => accepts(tag.toLowerCase()))?.[1];
  const wanted = locale.toLowerCase();
  const language = wanted.split('-')[0] ?? '';
  return (
    match((tag) => tag === wanted) ??
    match((tag) => tag === language) ??
    match((tag) => tag.startsWith(`${language}-`)) ??
    match((tag) => tag === 'en' || tag.startsWith('en-')) ??
    texts[0]?.[1] ??
    ''
  );
}
