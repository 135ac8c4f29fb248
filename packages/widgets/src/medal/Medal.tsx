import type { Medal as MedalParts, Tier } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { GLYPHS } from './glyphs.js';
import { enamelOf, METALS } from './metals.js';
import { OUTLINES, type Outline } from './shapes.js';

/** What a {@link Medal} is drawn from. */
export interface MedalProps {
  /** Null for a secret one: only a hint is drawn. */
  readonly medal: MedalParts | null;
  /** The metal earned; null draws the outline of what may be earned. */
  readonly tier: Tier | null;
}

let drawn = 0;

/** A medal, drawn from its parts. Decorative: whoever shows it also says its name. */
export function Medal({ medal, tier }: MedalProps) {
  // Gradients are found by id within the whole tree, so each medal has ids of its own.
  const [id] = useState(() => `waymark-medal-${++drawn}`);
  const outline = OUTLINES[medal?.shape ?? 'circle'] ?? OUTLINES.circle;
  const [solid = '', line = ''] = medal === null ? ['', SECRET] : (GLYPHS[medal.glyph] ?? '').split('|');
  return (
    <svg class={`medal ${tier ?? 'locked'}`} viewBox="-36 -36 72 72" aria-hidden="true" focusable="false">
      {medal !== null && tier !== null ? (
        <Struck id={id} outline={outline} medal={medal} tier={tier} />
      ) : (
        <path class="silhouette" d={outline.path} />
      )}
      <g
        class="glyph"
        stroke-width="1.9"
        stroke-linejoin="round"
        stroke-linecap="round"
        transform={`translate(0 ${medal === null ? 0 : (GLYPH_SHIFT[medal.shape] ?? 0)})scale(${SCALES[medal?.shape ?? 'circle'] ?? 1})translate(-12 -12)`}
      >
        {tier === null ? (
          <Glyph solid={solid} line={line} ink="currentColor" />
        ) : (
          <Relief id={id} solid={solid} line={line} />
        )}
      </g>
    </svg>
  );
}

const SECRET = 'M8.5 8.8c0-2.2 1.5-3.6 3.6-3.6s3.6 1.4 3.6 3.3c0 2.9-3.7 3-3.7 6M12 18.6v.2';
const SCALES: Readonly<Record<string, number>> = {
  star: 0.98,
  diamond: 1.06,
  rosette: 1.12,
  circle: 1.2,
  octagon: 1.2,
};
const GLYPH_SHIFT: Readonly<Record<string, number>> = { shield: -2.5, crest: -3.5 };

function Glyph({ solid, line, ink }: { solid: string; line: string; ink: string }) {
  return (
    <>
      <path d={solid} fill={ink} fill-opacity="0.34" stroke={ink} />
      <path d={line} fill="none" stroke={ink} />
    </>
  );
}

/** The glyph raised from the field: its own shadow below it. */
function Relief({ id, solid, line }: { id: string; solid: string; line: string }) {
  return (
    <>
      <path d={solid + line} fill="none" stroke="#000" stroke-opacity="0.38" transform="translate(0 1.1)" />
      <Glyph solid={solid} line={line} ink={`url(#${id}-ink)`} />
    </>
  );
}

function Struck({
  id,
  outline,
  medal,
  tier,
}: {
  id: string;
  outline: Outline;
  medal: MedalParts;
  tier: Tier;
}) {
  const [light, body, shade, glow] = METALS[tier];
  const [bright, deep] = enamelOf(medal.glyph);
  const url = (name: string) => `url(#${id}-${name})`;
  return (
    <>
      <defs>
        <linearGradient id={`${id}-rim`} x1="0.15" y1="0" x2="0.85" y2="1">
          <stop offset="0" stop-color={light} />
          <stop offset="0.38" stop-color={body} />
          <stop offset="0.72" stop-color={shade} />
          <stop offset="1" stop-color={glow} />
        </linearGradient>
        <linearGradient id={`${id}-bevel`} x1="0.2" y1="0" x2="0.8" y2="1">
          <stop offset="0" stop-color={shade} />
          <stop offset="0.55" stop-color={body} />
          <stop offset="1" stop-color={light} />
        </linearGradient>
        <linearGradient id={`${id}-enamel`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color={bright} />
          <stop offset="1" stop-color={deep} />
        </linearGradient>
        <linearGradient id={`${id}-ink`} gradientUnits="userSpaceOnUse" x1="0" y1="2" x2="0" y2="22">
          <stop offset="0" stop-color="#fff" />
          <stop offset="1" stop-color={glow} />
        </linearGradient>
      </defs>
      <path d={outline.path} fill={url('rim')} stroke={shade} stroke-width="0.8" />
      <Field outline={outline} grow={1.1} fill={url('bevel')} />
      <Field outline={outline} grow={1} fill={url('enamel')} />
      <Field outline={outline} grow={0.93} fill="none" stroke={light} />
    </>
  );
}

function Field({
  outline,
  grow,
  ...paint
}: {
  outline: Outline;
  grow: number;
  fill: string;
  stroke?: string;
}) {
  const style = { ...paint, 'stroke-width': 0.7, 'stroke-opacity': 0.4 };
  return 'radius' in outline.field ? (
    <circle r={outline.field.radius * grow} {...style} />
  ) : (
    <path d={outline.path} transform={`scale(${outline.field.scale * grow})`} {...style} />
  );
}
