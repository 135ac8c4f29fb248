/** The names of the theming API: each is a CSS custom property `--waymark-<name>` on the widget's host element. */
const TOKENS = [
  'accent',
  'accent-contrast',
  'surface',
  'surface-raised',
  'text',
  'text-muted',
  'border',
  'success',
  'warning',
  'danger',
  'radius',
  'space',
  'font-family',
  'font-size',
  'shadow',
  'z-index',
] as const;

/** One name of the theming API. */
export type Token = (typeof TOKENS)[number];
/** Token values given at mount, as CSS text. */
export type Tokens = { readonly [name in Token]?: string | undefined };
/** What a widget is asked to look like; `auto` follows the person's system. */
export type Theme = 'light' | 'dark' | 'auto';

/** The tokens that are colors. */
export const COLOR_TOKENS = TOKENS.slice(0, 10) as readonly Token[];
