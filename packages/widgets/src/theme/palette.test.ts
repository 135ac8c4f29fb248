import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hexOf, parseColor, type Rgb } from './color.js';
import { avatarColors, type Palette, type PaletteName, paletteOf } from './palette.js';

const ratio = (palette: Palette, ink: PaletteName, on: PaletteName) =>
  contrast(parseColor(palette[ink]) as Rgb, parseColor(palette[on]) as Rgb);

const WRITTEN: [PaletteName, PaletteName[]][] = [
  ['text', ['surface', 'raised', 'accent-soft', 'accent-wash']],
  ['muted', ['surface', 'raised', 'accent-soft', 'accent-wash']],
  ['accent-text', ['surface', 'raised', 'accent-soft', 'accent-wash']],
  ['success', ['surface', 'raised', 'success-soft']],
  ['warning', ['surface', 'raised', 'warning-soft']],
  ['danger', ['surface', 'raised', 'danger-soft']],
  ['on-accent', ['accent']],
];
const HOSTILE = ['#ffff00', '#000', '#fff', '#777', '#ff0000', '#00ff00', '#3b5bdb', '#0b1020'];

function expectReadable(palette: Palette) {
  for (const [ink, grounds] of WRITTEN) {
    for (const ground of grounds) {
      expect(ratio(palette, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const ground of ['surface', 'raised'] as const) {
    expect(ratio(palette, 'accent-mark', ground)).toBeGreaterThanOrEqual(3);
  }
}

describe.each([
  ['light', false],
  ['dark', true],
])('the %s palette', (_name, dark) => {
  it.each(HOSTILE)('keeps all text readable with the accent %s', (accent) => {
    expectReadable(paletteOf({ accent }, dark));
  });

  it('keeps all text readable with any accent at all', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (accent) => {
        expectReadable(paletteOf({ accent: hexOf(accent) }, dark));
      }),
    );
  });

  it('follows a surface of the other kind with its text', () => {
    expectReadable(paletteOf({ surface: dark ? '#ffffff' : '#101014' }, dark));
  });

  it('takes colors the vendor names as they are', () => {
    const palette = paletteOf({ 'accent-contrast': '#123456', text: 'rgb(1, 2, 3)' }, dark);
    expect(palette['on-accent']).toBe('#123456');
    expect(palette.text).toBe('#010203');
  });

  it.each(HOSTILE)('gives everybody readable initials of their own with the accent %s', (accent) => {
    const palette = paletteOf({ accent }, dark);
    for (const id of ['', 'a', 'u-1', 'u-2', '李雷']) {
      const { background, ink } = avatarColors(id, palette);
      expect(contrast(parseColor(background) as Rgb, parseColor(ink) as Rgb)).toBeGreaterThanOrEqual(4.5);
      expect(avatarColors(id, palette)).toEqual({ background, ink });
    }
  });
});

it('leaves an accent alone that reads well already', () => {
  expect(paletteOf({ accent: '#1d3fbb' }, false)['accent-text']).toBe('#1d3fbb');
});

it('knows the ratios of the WCAG', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});
