import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { hexOf, parseColor, type Rgb } from '../theme/color.js';
import { type Palette, paletteOf } from '../theme/palette.js';
import { COLOR_TOKENS, type Theme, type Tokens } from '../theme/tokens.js';
import { baseCss } from './base.css.js';

/** A shadow root with its styles and colors, on which one widget is drawn. */
export interface Surface {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  palette(): Palette;
  draw(child: ComponentChild): void;
  /** Puts on the styles of a part that was loaded later; wearing them twice changes nothing. */
  wear(css: string): void;
  /** Sets theme and tokens, and reads the colors of the host anew. */
  dress(theme: Theme, tokens: Tokens): void;
  dispose(): void;
}

/** What a {@link Surface} is made with. */
export interface SurfaceOptions {
  readonly host: HTMLElement | undefined;
  readonly css: string;
  /** Called when colors changed by themselves: the system went dark, or the page changed its tokens. */
  readonly onDress: () => void;
}

/** Makes a surface in `host`, or in an element of its own at the end of the body. */
export function createSurface({ host: given, css, onDress }: SurfaceOptions): Surface {
  const host = given ?? document.body.appendChild(document.createElement('waymark-surface'));
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const colors = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheetOf(baseCss + css), colors];

  let theme: Theme = 'auto';
  let palette = paletteOf({}, false);
  let painted = '';
  const named = new Set<string>();
  const system = matchMedia('(prefers-color-scheme: dark)');

  const paint = () => {
    const dark = theme === 'dark' || (theme === 'auto' && system.matches);
    palette = paletteOf(vendorColors(host), dark);
    const rules = Object.entries(palette).map(([name, value]) => `--_${name}:${value};`);
    const scheme = dark ? 'dark' : 'light';
    const next = `:host{color-scheme:${scheme};--_scheme:${scheme};${rules.join('')}}`;
    if (next === painted) return false;
    painted = next;
    colors.replaceSync(next);
    return true;
  };
  const follow = () => {
    if (paint()) onDress();
  };
  // Vendors switch their own theme by a class or an attribute on the page; the tokens may change with it.
  const watch = new MutationObserver(follow);
  const attributes = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  for (const element of new Set([document.documentElement, document.body, host])) {
    watch.observe(element, attributes);
  }
  system.addEventListener('change', follow);

  return {
    host,
    root,
    palette: () => palette,
    draw: (child) => render(child, root),
    wear: (more) => {
      const sheet = sheetOf(more);
      if (!root.adoptedStyleSheets.includes(sheet))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    dress: (nextTheme, tokens) => {
      theme = nextTheme;
      for (const name of named) host.style.removeProperty(name);
      named.clear();
      for (const [token, value] of Object.entries(tokens)) {
        if (value === undefined) continue;
        named.add(`--waymark-${token}`);
        host.style.setProperty(`--waymark-${token}`, value);
      }
      paint();
    },
    dispose: () => {
      system.removeEventListener('change', follow);
      watch.disconnect();
      render(null, root);
      root.adoptedStyleSheets = [];
      for (const name of named) host.style.removeProperty(name);
      if (given === undefined) host.remove();
    },
  };
}

const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}

function vendorColors(host: HTMLElement): Record<string, string> {
  const style = getComputedStyle(host);
  const colors: Record<string, string> = {};
  for (const token of COLOR_TOKENS) {
    const value = style.getPropertyValue(`--waymark-${token}`).trim();
    const color = value === '' ? null : (parseColor(value) ?? asPainted(value));
    if (color !== null) colors[token] = hexOf(color);
  }
  return colors;
}

/** Reads any CSS color (`oklch(…)`, `rebeccapurple`) by painting it; null when the browser does not know it. */
function asPainted(color: string): Rgb | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context || !CSS.supports('color', color)) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}
