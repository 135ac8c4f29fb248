/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Reads `#rgb`, `#rrggbb` and `rgb(…)`; null for every other notation, whose reading needs a browser. */
export function parseColor(text: string): Rgb | null {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const pairs = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [r, g, b] = pairs.map((pair) => Number.parseInt(pair, 16));
    return r === undefined || g === undefined || b === undefined ? null : [r, g, b];
  }
  const numbers = /^rgba?\(([^%]+)\)$/i.exec(text.trim())?.[1]?.match(/[\d.]+/g);
  const [r, g, b] = numbers ?? [];
  return r === undefined || g === undefined || b === undefined ? null : [Number(r), Number(g), Number(b)];
}

/** `#rrggbb` */
export function hexOf(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `over` laid on `under`; 0 is all `under`. */
export function mix(under: Rgb, over: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => under[i] + (over[i] - under[i]) * share;
  return [part(0), part(1), part(2)];
}

/** Contrast ratio of two colors, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Rgb, b: Rgb): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(color: Rgb): number {
  const linear = (i: 0 | 1 | 2) => {
    const share = Math.round(color[i]) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

/** Black or white, whichever reads better on `background`; white where both read well, as brands expect it. */
export function inkOn(background: Rgb): Rgb {
  return contrast(background, WHITE) >= 4.5 || contrast(background, WHITE) >= contrast(background, BLACK)
    ? WHITE
    : BLACK;
}

/** `color`, moved towards black or white just as far as it takes to reach `ratio` on every background. */
export function readable(color: Rgb, backgrounds: readonly Rgb[], ratio: number): Rgb {
  const worst = (ink: Rgb) => Math.min(...backgrounds.map((background) => contrast(ink, background)));
  const goal = worst(BLACK) >= worst(WHITE) ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.04) {
    // Rounded, because the browser paints whole steps and a ratio must hold for what is painted.
    const moved = mix(color, goal, share).map(Math.round) as unknown as Rgb;
    if (worst(moved) >= ratio) return moved;
  }
  return goal;
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
export function hslOf([r, g, b]: Rgb): [number, number, number] {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const top = Math.max(red, green, blue);
  const spread = top - Math.min(red, green, blue);
  const lightness = top - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const sixth =
    top === red
      ? (green - blue) / spread
      : top === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [(sixth * 60 + 360) % 360, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

/** The color of a hue in degrees, a saturation and a lightness from 0 to 1. */
export function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}
