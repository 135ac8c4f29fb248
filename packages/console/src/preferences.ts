import type { Memory } from './memory.js';
import { createWritable, type Writable } from './readable.js';
import { LANGUAGES, type Language, languageOf } from './words/languages.js';

/** Light, dark, or as the operating system says. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** The console's colours. */
export type Theme = (typeof THEMES)[number];

/** What an operator chose for this browser. */
export interface Preferences {
  readonly language: Writable<Language>;
  readonly theme: Writable<Theme>;
}

/** Reads what was chosen before, and writes down what is chosen from now on. */
export function createPreferences(memory: Memory, wanted: readonly string[]): Preferences {
  const language = memory.read('waymark-console-language');
  const theme = memory.read('waymark-console-theme');
  const preferences = {
    language: createWritable<Language>(
      language !== null && language in LANGUAGES ? (language as Language) : languageOf(wanted),
    ),
    theme: createWritable<Theme>(THEMES.includes(theme as Theme) ? (theme as Theme) : 'auto'),
  };
  preferences.language.subscribe((value) => memory.write('waymark-console-language', value));
  preferences.theme.subscribe((value) => memory.write('waymark-console-theme', value));
  return preferences;
}
