import type { MedalGlyph, Tier } from '@waymark/contracts';
import { enamelOf, METALS, REGALIA } from './metals.js';
import type { Outline } from './shapes.js';

const TAILS = 'M-15 8L-4 14-8.5 38-13.2 32.5-20.5 34.5ZM15 8L4 14 8.5 38 13.2 32.5 20.5 34.5Z';

/** The body of an earned medal: ribbon, metal rim with its bevel, enamel field with its gloss. */
export function Struck(props: {
  /** Prefix of gradient ids. */
  readonly id: string;
  readonly outline: Outline;
  readonly glyph: MedalGlyph;
  readonly tier: Tier;
}) {
  const { id, outline, glyph, tier } = props;
  const [light, body, shade, glow] = METALS[tier];
  const [bright, deep] = enamelOf(glyph);
  const { ribbon, studs } = REGALIA[tier];
  const url = (name: string) => `url(#${id}-${name})`;
  return (
    <>
      <defs>
        <Gradient id={`${id}-rim`} slant={0.35} stops={[light, body, shade, glow]} />
        <Gradient id={`${id}-bevel`} slant={0.3} stops={[shade, body, light]} />
        <Gradient id={`${id}-enamel`} slant={0} stops={[bright, deep]} />
        {/* In the glyph's own units: by the box of the path, a straight line would get no paint at all. */}
        <linearGradient id={`${id}-ink`} gradientUnits="userSpaceOnUse" x1="0" y1="2" x2="0" y2="22">
          <stop stop-color="#fff" />
          <stop offset="1" stop-color={glow} />
        </linearGradient>
        <Gradient id={`${id}-gloss`} slant={0} stops={['#fff', '#fff0', '#fff0']} />
      </defs>
      {ribbon && <path d={TAILS} fill={bright} stroke={deep} stroke-width="1.2" stroke-linejoin="round" />}
      <path d={outline.path} fill={url('rim')} stroke={shade} stroke-width="0.8" />
      {studs !== null && (
        <path
          d={outline.path}
          transform="scale(.9)"
          fill="none"
          stroke={light}
          stroke-width="2"
          stroke-linecap="round"
          stroke-dasharray={studs}
        />
      )}
      <Field outline={outline} grow={1.1} fill={url('bevel')} />
      <Field outline={outline} grow={1} fill={url('enamel')} />
      <Field outline={outline} grow={0.93} fill={url('gloss')} gloss stroke={light} />
    </>
  );
}

function Gradient(props: { readonly id: string; readonly slant: number; readonly stops: readonly string[] }) {
  const { id, slant, stops } = props;
  return (
    <linearGradient id={id} x1={0.5 - slant} y1="0" x2={0.5 + slant} y2="1">
      {stops.map((color, i) => (
        <stop key={`${i} ${color}`} offset={i / (stops.length - 1)} stop-color={color} />
      ))}
    </linearGradient>
  );
}

function Field(props: {
  readonly outline: Outline;
  readonly grow: number;
  readonly fill: string;
  readonly gloss?: boolean;
  readonly stroke?: string;
}) {
  const { outline, grow, fill, gloss = false, stroke } = props;
  const paint = {
    fill,
    'fill-opacity': gloss ? 0.3 : 1,
    stroke,
    'stroke-width': 0.8,
    'stroke-opacity': 0.45,
  };
  return 'radius' in outline.field ? (
    <circle r={outline.field.radius * grow} {...paint} />
  ) : (
    <path d={outline.path} transform={`scale(${outline.field.scale * grow})`} {...paint} />
  );
}
