import type { MedalGlyph, Medal as MedalParts, Tier } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { GLYPHS } from './glyphs.js';
import { REGALIA } from './metals.js';
import { Struck } from './Struck.js';
import { OUTLINES } from './shapes.js';

/** What a {@link Medal} is drawn from. */
export interface MedalProps {
  /** Null for a secret one: only a hint is drawn. */
  readonly medal: MedalParts | null;
  /** The metal earned; null draws the outline of what may be earned. */
  readonly tier: Tier | null;
}

/** A question mark, in the box of the glyphs. */
const SECRET = '|M8.5 8.8c0-2.2 1.5-3.6 3.6-3.6s3.6 1.4 3.6 3.3c0 2.9-3.7 3-3.7 6M12 18.6v.2';

let drawn = 0;

/** A medal, drawn from its parts. Decorative: whoever shows it also says its name. */
export function Medal({ medal, tier }: MedalProps) {
  // Gradients are found by id within the whole tree, so each medal has ids of its own.
  const [id] = useState(() => `waymark-medal-${++drawn}`);
  const outline = OUTLINES[medal?.shape ?? 'circle'] ?? OUTLINES.circle;
  const [solid = '', line = ''] = (medal === null ? SECRET : (GLYPHS[medal.glyph] ?? '')).split('|');
  const struck = medal !== null && tier !== null;
  // A ribbon hangs out below; the medal makes room for it.
  const room = struck && REGALIA[tier].ribbon ? 'translate(0 -3)scale(.95)' : undefined;
  return (
    <svg class={`medal ${tier ?? 'locked'}`} viewBox="-36 -36 72 72" aria-hidden="true" focusable="false">
      <g transform={room}>
        {struck ? (
          <Struck id={id} outline={outline} glyph={medal.glyph} tier={tier} />
        ) : (
          <path class="silhouette" d={outline.path} />
        )}
        <g
          stroke-width="1.9"
          stroke-linejoin="round"
          stroke-linecap="round"
          transform={`translate(0 ${outline.lift})scale(${outline.room})translate(-12 -12)`}
        >
          {struck && (
            <path
              d={solid + line}
              fill="none"
              stroke="#000"
              stroke-opacity="0.38"
              transform="translate(0 1.1)"
            />
          )}
          <Glyph solid={solid} line={line} ink={struck ? `url(#${id}-ink)` : 'currentColor'} />
        </g>
      </g>
    </svg>
  );
}

/** The picture of a medal alone, in the color of the text around it. Decorative. */
export function Picture({ glyph }: { readonly glyph: MedalGlyph }) {
  const [solid = '', line = ''] = (GLYPHS[glyph] ?? '').split('|');
  return (
    <svg
      viewBox="0 0 24 24"
      stroke-width="1.7"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <Glyph solid={solid} line={line} ink="currentColor" />
    </svg>
  );
}

function Glyph(props: { readonly solid: string; readonly line: string; readonly ink: string }) {
  const { solid, line, ink } = props;
  return (
    <>
      <path d={solid} fill={ink} fill-opacity="0.36" stroke={ink} />
      <path d={line} fill="none" stroke={ink} />
    </>
  );
}
