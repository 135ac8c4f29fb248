import type { Campaign } from '@waymark/contracts';
import { contentsOf } from './contents.js';

/** A text of a content, with its path. */
export interface FoundText {
  readonly path: string;
  /** Null for one that is the same in all languages. */
  readonly languages: readonly string[] | null;
}

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Keys whose values are texts for people, but for those of an anchor. */
const TEXTS = ['text', 'title', 'label', 'alt', 'ask', 'name', 'description'];

/** Every text of a content that has words. */
export function textsIn(value: unknown, path: string, key = ''): FoundText[] {
  if (key === 'placement') return [];
  if (typeof value === 'string')
    return TEXTS.includes(key) && value !== '' ? [{ path, languages: null }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${path}[${i}]`));
  const entries = Object.entries(value);
  if (TEXTS.includes(key) && entries.every(([tag, text]) => TAG.test(tag) && typeof text === 'string')) {
    return [{ path, languages: entries.map(([tag]) => tag) }];
  }
  return entries.flatMap(([inner, part]) => textsIn(part, `${path}.${inner}`, inner));
}

/** The languages that a campaign comes in: those that it names, else those of its texts. */
export function languagesOf(campaign: Campaign): readonly string[] {
  if (campaign.languages !== undefined) return campaign.languages;
  const texts = contentsOf(campaign).flatMap(({ content, path }) => textsIn(content, path));
  return [...new Set(texts.flatMap(({ languages }) => languages ?? []))].sort();
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
