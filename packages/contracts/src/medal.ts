/** Metals of a badge, from the first to the rarest. */
export const TIERS = ['bronze', 'silver', 'gold', 'platinum', 'diamond'] as const;
/** A badge's metal. */
export type Tier = (typeof TIERS)[number];

/** Outlines a medal can have. */
export const MEDAL_SHAPES = [
  'circle',
  'shield',
  'hexagon',
  'star',
  'rosette',
  'diamond',
  'octagon',
  'crest',
] as const;
/** A medal's outline. */
export type MedalShape = (typeof MEDAL_SHAPES)[number];

/** Pictures a medal can carry. */
export const MEDAL_GLYPHS = [
  'anchor',
  'arrow',
  'bell',
  'bolt',
  'book',
  'branch',
  'bug',
  'bulb',
  'calendar',
  'chart',
  'chat',
  'check',
  'clock',
  'cloud',
  'compass',
  'crown',
  'cube',
  'eye',
  'feather',
  'flag',
  'flame',
  'flask',
  'gear',
  'gem',
  'globe',
  'heart',
  'key',
  'leaf',
  'lens',
  'lock',
  'magnet',
  'moon',
  'mountain',
  'pen',
  'people',
  'puzzle',
  'rocket',
  'seal',
  'sun',
  'trophy',
] as const;
/** A medal's picture. */
export type MedalGlyph = (typeof MEDAL_GLYPHS)[number];

/** What a medal is drawn from. */
export interface Medal {
  readonly shape: MedalShape;
  readonly glyph: MedalGlyph;
}
