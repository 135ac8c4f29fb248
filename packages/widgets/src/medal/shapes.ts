import type { MedalShape } from '@waymark/contracts';

/** A medal's outline around 0,0, and the field inside it that carries the glyph. */
export interface Outline {
  /** Path data within a radius of about 30. */
  readonly path: string;
  /** How much smaller the field is, or the radius of a round one. */
  readonly field: { readonly scale: number } | { readonly radius: number };
  /** How large the glyph may be, and how far above the middle it sits. */
  readonly room: number;
  readonly lift: number;
}

type Point = readonly [number, number];

/** A closed path through `points`, each corner cut back by `cut` and bent. */
function rounded(points: readonly Point[], cut: number): string {
  const at = (i: number) => points[(i + points.length) % points.length] as Point;
  const towards = ([x, y]: Point, [tx, ty]: Point) => {
    const share = Math.min(0.5, cut / Math.hypot(tx - x, ty - y));
    return `${tidy(x + (tx - x) * share)} ${tidy(y + (ty - y) * share)}`;
  };
  const corners = points.map((point, i) => {
    const bend = `${tidy(point[0])} ${tidy(point[1])}`;
    return `${towards(point, at(i - 1))}Q${bend} ${towards(point, at(i + 1))}`;
  });
  return `M${corners.join('L')}Z`;
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Corners on circles of the given radii in turn, from the top on. */
function around(corners: number, radii: readonly number[], turn = 0): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + turn)) / corners - Math.PI / 2;
    const radius = radii[i % radii.length] ?? 0;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** All outlines by name. */
export const OUTLINES: Readonly<Record<MedalShape, Outline>> = {
  circle: { path: 'M0-28A28 28 0 1 1 0 28 28 28 0 1 1 0-28Z', field: { scale: 0.8 }, room: 1.24, lift: 0 },
  shield: {
    path: 'M0-30C7-26 15-24.5 23-24.5Q25.5-24.5 25.5-22V-3C25.5 13 14 24 0 30.5-14 24-25.5 13-25.5-3V-22Q-25.5-24.5-23-24.5C-15-24.5-7-26 0-30Z',
    field: { scale: 0.79 },
    room: 1.16,
    lift: -2.8,
  },
  hexagon: { path: rounded(around(6, [31]), 6), field: { scale: 0.8 }, room: 1.16, lift: 0 },
  star: { path: rounded(around(10, [33, 24]), 6), field: { radius: 18.5 }, room: 1, lift: 0 },
  rosette: { path: rounded(around(24, [31.5, 25.5]), 4.2), field: { radius: 20.5 }, room: 1.14, lift: 0 },
  diamond: { path: rounded(around(4, [35]), 11), field: { scale: 0.78 }, room: 1.08, lift: 0 },
  octagon: { path: rounded(around(8, [30], 0.5), 4), field: { scale: 0.8 }, room: 1.24, lift: 0 },
  crest: {
    path: 'M-21-27.5H21Q25-27.5 25-23.5V10C25 17.5 20 20 13.5 20.5 7 21 2.5 24 0 30-2.5 24-7 21-13.5 20.5-20 20-25 17.5-25 10V-23.5Q-25-27.5-21-27.5Z',
    field: { scale: 0.8 },
    room: 1.18,
    lift: -3.5,
  },
};
