import { contrast, fromHsl, hexOf, hslOf, inkOn, mix, parseColor, type Rgb, readable } from './color.js';

/** Vendor colors by token name, already in `#rrggbb` or `rgb()`; the absent ones are derived. */
export type VendorColors = { readonly [token: string]: string | undefined };

/** Every color a widget paints with, by the name of its private custom property. */
export type Palette = Readonly<Record<PaletteName, string>>;

/** Names of {@link Palette}. */
export type PaletteName =
  | 'accent'
  | 'on-accent'
  | 'accent-text'
  | 'accent-mark'
  | 'accent-soft'
  | 'accent-wash'
  | 'accent-tint'
  | 'surface'
  | 'raised'
  | 'text'
  | 'muted'
  | 'border'
  | 'line'
  | 'track'
  | 'bone'
  | 'success'
  | 'warning'
  | 'danger'
  | 'success-soft'
  | 'warning-soft'
  | 'danger-soft';

const TEXT_RATIO = 4.5;
const MARK_RATIO = 3;
const BARELY_SEEN = 1.04;

const DEFAULTS = {
  light: {
    accent: '#3b5bdb',
    surface: '#ffffff',
    'surface-raised': '#f6f7f9',
    text: '#171a21',
    'text-muted': '#5a6272',
    border: '#e5e8ee',
    success: '#1b7f4d',
    warning: '#96620a',
    danger: '#c2334d',
  },
  dark: {
    accent: '#4a68e8',
    surface: '#14161b',
    'surface-raised': '#1d2027',
    text: '#eceef3',
    'text-muted': '#9aa2b1',
    border: '#2b2f38',
    success: '#4cc38a',
    warning: '#e2a336',
    danger: '#f2708a',
  },
};

/**
 * Derives all colors from the few a vendor gives. Whatever the accent, what is written reaches 4.5:1 and what is drawn
 * to be read (rings, bars, focus) reaches 3:1; only colors the vendor names outright are taken as they are.
 */
export function paletteOf(vendor: VendorColors, dark: boolean): Palette {
  const defaults: Record<string, string> = DEFAULTS[dark ? 'dark' : 'light'];
  const given = (token: string) => parseColor(vendor[token] ?? '');
  const color = (token: string) => given(token) ?? (parseColor(defaults[token] ?? '') as Rgb);
  const surface = color('surface');
  const raised =
    given('surface-raised') ??
    (given('surface') ? mix(surface, inkOn(surface), 0.05) : color('surface-raised'));
  const accent = color('accent');
  const soft = (tone: Rgb, share = dark ? 0.18 : 0.1) => mix(surface, tone, share);
  // An accent like the surface itself tints nothing: then the raised surface sets a card apart.
  const tinted = soft(accent);
  const accentSoft = contrast(tinted, surface) < BARELY_SEEN ? raised : tinted;
  const accentWash = soft(accent, dark ? 0.09 : 0.05);
  const plain = [surface, raised, accentSoft, accentWash];
  const written = (token: string, on: readonly Rgb[]) =>
    given(token) ?? readable(color(token), on, TEXT_RATIO);
  const tone = (token: string) => {
    const tint = soft(color(token));
    return { ink: written(token, [surface, raised, tint]), tint };
  };
  const text = written('text', plain);
  const [success, warning, danger] = [tone('success'), tone('warning'), tone('danger')];
  const border = given('border') ?? (given('surface') ? mix(surface, text, 0.14) : color('border'));
  const colors: Record<PaletteName, Rgb> = {
    accent,
    'on-accent': given('accent-contrast') ?? inkOn(accent),
    'accent-text': readable(accent, plain, TEXT_RATIO),
    'accent-mark': readable(accent, plain, MARK_RATIO),
    'accent-soft': accentSoft,
    'accent-wash': accentWash,
    'accent-tint': mix(surface, readable(accent, plain, MARK_RATIO), dark ? 0.45 : 0.36),
    surface,
    raised,
    text,
    muted: written('text-muted', plain),
    border,
    line: readable(border, [surface, raised], 1.9),
    track: mix(surface, text, dark ? 0.14 : 0.09),
    bone: mix(surface, text, dark ? 0.09 : 0.055),
    success: success.ink,
    warning: warning.ink,
    danger: danger.ink,
    'success-soft': success.tint,
    'warning-soft': warning.tint,
    'danger-soft': danger.tint,
  };
  return Object.fromEntries(Object.entries(colors).map(([name, value]) => [name, hexOf(value)])) as Palette;
}

/** Background and ink of somebody's initials: always the same for one id, and a relative of the accent. */
export function avatarColors(id: string, palette: Palette): { background: string; ink: string } {
  const [hue, saturation] = hslOf(parseColor(palette.accent) as Rgb);
  const surface = parseColor(palette.surface) as Rgb;
  const dark = contrast(surface, [0, 0, 0]) < contrast(surface, [255, 255, 255]);
  const turn = (hash(id) % 9) * 16 - 64;
  const family = (hue + turn + 360) % 360;
  const strength = Math.min(saturation, 0.55);
  const background = fromHsl(family, strength, dark ? 0.27 : 0.9);
  const ink = readable(fromHsl(family, strength, dark ? 0.86 : 0.32), [background], TEXT_RATIO);
  return { background: hexOf(background), ink: hexOf(ink) };
}

function hash(text: string): number {
  let sum = 2166136261;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16777619);
  return (sum ^ (sum >>> 15)) >>> 0;
}
