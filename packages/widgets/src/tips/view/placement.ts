import type { Box } from '../anchors/sight.js';

/** A side of an element. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** What a card is placed by. */
export interface PlacementWish {
  /** What is seen of the target. */
  readonly target: Box;
  readonly card: { readonly width: number; readonly height: number };
  /** Where it has to stay. */
  readonly bounds: Box;
  readonly side?: Side | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly rtl?: boolean;
}

/** A place beside a target. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  /** Where along the edge that faces the target its middle is, from the card's left or top. */
  readonly arrow: number;
}

/** Between target and card, with room for the arrow. */
const GAP = 12;
/** Least distance from the edges of the bounds, and of the arrow from the card's corners. */
const MARGIN = 8;
const CORNER = 20;

const ORDER: { readonly [side in Side]: readonly Side[] } = {
  bottom: ['bottom', 'top', 'right', 'left'],
  top: ['top', 'bottom', 'right', 'left'],
  right: ['right', 'left', 'bottom', 'top'],
  left: ['left', 'right', 'bottom', 'top'],
};

/** The first place beside the target where the card fits without covering it: the side wished for, its opposite, the others. */
export function besides({ target, card, bounds, side = 'bottom', align, rtl }: PlacementWish): Seat | null {
  const right = bounds.x + bounds.width - MARGIN;
  const bottom = bounds.y + bounds.height - MARGIN;
  for (const at of ORDER[side] ?? ORDER.bottom) {
    const isUpright = at === 'top' || at === 'bottom';
    const along = (from: number, length: number, own: number, least: number, most: number) => {
      const isStart = align === (rtl && isUpright ? 'end' : 'start');
      const wish =
        align === undefined || align === 'center' ? (length - own) / 2 : isStart ? 0 : length - own;
      return Math.max(least, Math.min(from + wish, most - own));
    };
    const x = isUpright
      ? along(target.x, target.width, card.width, bounds.x + MARGIN, right)
      : at === 'right'
        ? target.x + target.width + GAP
        : target.x - GAP - card.width;
    const y = !isUpright
      ? along(target.y, target.height, card.height, bounds.y + MARGIN, bottom)
      : at === 'bottom'
        ? target.y + target.height + GAP
        : target.y - GAP - card.height;
    const fits =
      x >= bounds.x + MARGIN &&
      y >= bounds.y + MARGIN &&
      x + card.width <= right &&
      y + card.height <= bottom;
    if (!fits) continue;
    const [middle, own] = isUpright
      ? [target.x + target.width / 2 - x, card.width]
      : [target.y + target.height / 2 - y, card.height];
    return { x, y, side: at, arrow: Math.max(CORNER, Math.min(middle, own - CORNER)) };
  }
  return null;
}

/** A place at the lower edge, or the upper one where the target would be covered less. */
export function docked({ target, card, bounds }: PlacementWish): { readonly x: number; readonly y: number } {
  const x = bounds.x + (bounds.width - card.width) / 2;
  const low = bounds.y + bounds.height - MARGIN - card.height;
  const high = bounds.y + MARGIN;
  const coveredLow = target.y + target.height - low;
  const coveredHigh = high + card.height - target.y;
  return { x, y: coveredLow > 0 && coveredHigh < coveredLow ? high : low };
}
