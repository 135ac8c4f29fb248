import type { Readable } from '@waymark/contracts';
import type { Theme } from '../preferences.js';
import { base } from './base.css.js';
import { campaigns } from './campaigns.css.js';
import { controls } from './controls.css.js';
import { frame } from './frame.css.js';
import { lists } from './lists.css.js';
import { live } from './live.css.js';
import { palette } from './palette.css.js';
import { person } from './person.css.js';
import { states } from './states.css.js';
import { tokens } from './tokens.css.js';
import { work } from './work.css.js';

const SHEETS = [tokens, base, frame, controls, lists, states, live, person, palette, work, campaigns];

/** Gives a document the console's styles by constructed sheets, which a policy of `style-src 'none'` allows; returns its undo. */
export function adoptStyles(page: Document, theme: Readable<Theme>): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEETS.join('\n'));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  const undoTheme = theme.subscribe((value) => page.documentElement.setAttribute('data-theme', value));
  return () => {
    undoTheme();
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
