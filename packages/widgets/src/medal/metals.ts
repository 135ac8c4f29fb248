import type { MedalGlyph, Tier } from '@waymark/contracts';
import { GLYPHS } from './glyphs.js';

/** Four tones of a metal: where light falls, its body, its shade, and the light that comes back from below. */
export type Metal = readonly [light: string, body: string, shade: string, glow: string];

/** The metals by tier. */
export const METALS: Readonly<Record<Tier, Metal>> = {
  bronze: ['#f6d3b0', '#c07c47', '#82471f', '#e3a874'],
  silver: ['#ffffff', '#b4bcc8', '#727c8b', '#e4e8ee'],
  gold: ['#fff3c4', '#e6b43c', '#9c6a10', '#fbdd83'],
  platinum: ['#fbfaff', '#bdb9dc', '#68639a', '#e9e6fa'],
  diamond: ['#ffffff', '#8edbfa', '#2b86bd', '#dcf6ff'],
};

/** What a metal wears besides: a ribbon behind it from gold on, studs on its rim for the rarest two. */
export const REGALIA: Readonly<Record<Tier, { readonly ribbon: boolean; readonly studs: string | null }>> = {
  bronze: { ribbon: false, studs: null },
  silver: { ribbon: false, studs: null },
  gold: { ribbon: true, studs: null },
  platinum: { ribbon: true, studs: '0 6.4' },
  diamond: { ribbon: true, studs: '0 4' },
};

/** Light and deep tone of the enamel in a medal's field. */
export type Enamel = readonly [light: string, deep: string];

const ENAMELS: readonly Enamel[] = [
  ['#41659f', '#1d3057'],
  ['#23838a', '#0b454b'],
  ['#5d8a4c', '#294a22'],
  ['#85539a', '#44204f'],
  ['#b85a43', '#6b2419'],
  ['#5f6f86', '#2c3747'],
  ['#a9763a', '#5b380d'],
  ['#b04a72', '#621b3b'],
];

/** The enamel of a glyph: neighbours in the list of glyphs never share one. */
export function enamelOf(glyph: MedalGlyph): Enamel {
  return ENAMELS[(Object.keys(GLYPHS).indexOf(glyph) * 3) % ENAMELS.length] as Enamel;
}
