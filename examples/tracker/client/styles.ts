import { frame } from './styles/frame.css.js';
import { picker } from './styles/picker.css.js';
import { tokens } from './styles/tokens.css.js';
import { work } from './styles/work.css.js';

/** Dresses the page by a constructed style sheet, which a policy of `style-src 'none'` allows. */
export function adoptStyles(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, frame, work, picker].join('\n'));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
