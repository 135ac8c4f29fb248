import type { Language } from './words.js';

/** Light, dark, or as the system says. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** The product's colours. */
export type Theme = (typeof THEMES)[number];

/** How somebody wants to see the product. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
}

const KEY = 'drydock-look';

/** What look.js has put on the page. */
export function readLook(): Look {
  const { lang, dataset } = document.documentElement;
  return { language: lang as Language, theme: (dataset.theme ?? 'auto') as Theme };
}

/** Shows a look, remembers it, and tells embed.js, which passes it on to Waymark. */
export function applyLook(look: Look): void {
  const root = document.documentElement;
  root.lang = look.language;
  root.setAttribute('data-theme', look.theme);
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // A browser that forbids storage forgets the look with the page.
  }
  document.dispatchEvent(new CustomEvent('drydock:look'));
}
