// @vitest-environment happy-dom
import { MEDAL_GLYPHS, MEDAL_SHAPES, type Medal as MedalParts, TIERS, type Tier } from '@waymark/contracts';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { GLYPHS } from './glyphs.js';
import { Medal } from './Medal.js';
import { enamelOf } from './metals.js';
import { OUTLINES } from './shapes.js';

function draw(...medals: [MedalParts | null, Tier | null][]): HTMLElement {
  const box = document.createElement('div');
  render(
    medals.map(([medal, tier], i) => <Medal key={`${i} ${tier}`} medal={medal} tier={tier} />),
    box,
  );
  return box;
}

describe('the medal set', () => {
  it('has every shape and glyph of the contract, no two alike', () => {
    expect(Object.keys(OUTLINES).sort()).toEqual([...MEDAL_SHAPES].sort());
    expect(Object.keys(GLYPHS).sort()).toEqual([...MEDAL_GLYPHS].sort());
    expect(new Set(Object.values(GLYPHS)).size).toBe(MEDAL_GLYPHS.length);
    expect(new Set(Object.values(OUTLINES).map(({ path }) => path)).size).toBe(MEDAL_SHAPES.length);
  });

  it('keeps glyphs inside their box and paths well-formed', () => {
    for (const [glyph, drawing] of Object.entries(GLYPHS)) {
      expect(drawing.split('|').length, glyph).toBe(2);
      for (const path of drawing.split('|'))
        expect(path, glyph).toMatch(/^(M[\dMLHVCSQTAZmlhvcsqtaz .,-]+)?$/);
    }
    for (const { path } of Object.values(OUTLINES)) expect(path).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('draws each metal in its own way, and enamel by the glyph', () => {
    const parts: MedalParts = { shape: 'shield', glyph: 'rocket' };
    const pictures = TIERS.map((tier) => draw([parts, tier]).innerHTML.replace(/waymark-medal-\d+/g, ''));
    expect(new Set(pictures).size).toBe(TIERS.length);
    expect(new Set(MEDAL_GLYPHS.map((glyph) => enamelOf(glyph).join())).size).toBeGreaterThan(6);
  });

  it('gives every medal gradient ids of its own', () => {
    const parts: MedalParts = { shape: 'star', glyph: 'sun' };
    const box = draw([parts, 'gold'], [parts, 'gold']);
    const ids = [...box.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the silhouette of a locked one and shows nothing of a secret one', () => {
    const locked = draw([{ shape: 'crest', glyph: 'key' }, null]);
    expect(locked.querySelector('.silhouette')?.getAttribute('d')).toBe(OUTLINES.crest.path);
    const secret = draw([null, null]);
    expect(secret.querySelector('.silhouette')).not.toBeNull();
    expect(secret.querySelector('linearGradient')).toBeNull();
  });
});
