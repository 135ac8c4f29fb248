import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../anchors/sight.js';
import { besides, docked } from './placement.js';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const bounds = box(0, 0, 1_000, 700);
const card = { width: 340, height: 160 };

const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('a place beside a target', () => {
  it('is on the side wished for, in the middle of it', () => {
    const target = box(400, 300, 100, 40);
    expect(besides({ target, card, bounds })).toEqual({ x: 280, y: 352, side: 'bottom', arrow: 170 });
    expect(besides({ target, card, bounds, side: 'right' })).toMatchObject({ x: 512, y: 240, side: 'right' });
    expect(besides({ target, card, bounds, align: 'start' })).toMatchObject({ x: 400, arrow: 50 });
    expect(besides({ target, card, bounds, align: 'start', rtl: true })).toMatchObject({ x: 160 });
  });

  it('is shifted along the target at an edge of the window, and points at it all the same', () => {
    const target = box(20, 300, 60, 40);
    expect(besides({ target, card, bounds })).toEqual({ x: 8, y: 352, side: 'bottom', arrow: 42 });
    const low = box(400, 660, 100, 30);
    expect(besides({ target: low, card, bounds, side: 'right' })).toMatchObject({ y: 532, arrow: 140 });
  });

  it('is opposite where there is no room, and beside where there is none either', () => {
    expect(besides({ target: box(400, 640, 100, 40), card, bounds })?.side).toBe('top');
    const tall = box(100, 40, 100, 600);
    expect(besides({ target: tall, card, bounds })?.side).toBe('right');
    expect(besides({ target: box(0, 0, 1_000, 700), card, bounds })).toBeNull();
  });

  it('never covers the target, never leaves the bounds, and points at the target or a corner', () => {
    const length = (most: number) => fc.integer({ min: 1, max: most });
    fc.assert(
      fc.property(
        fc.record({ x: length(900), y: length(600), width: length(1_000), height: length(700) }),
        fc.record({ width: length(500), height: length(500) }),
        fc.constantFrom('top', 'right', 'bottom', 'left'),
        fc.constantFrom('start', 'center', 'end'),
        fc.boolean(),
        (target, size, side, align, rtl) => {
          const seat = besides({ target, card: size, bounds, side, align, rtl });
          if (seat === null) return;
          const placed = { ...size, x: seat.x, y: seat.y };
          expect(isApart(placed, target)).toBe(true);
          expect(placed.x).toBeGreaterThanOrEqual(0);
          expect(placed.y).toBeGreaterThanOrEqual(0);
          expect(placed.x + placed.width).toBeLessThanOrEqual(1_000);
          expect(placed.y + placed.height).toBeLessThanOrEqual(700);
        },
      ),
    );
  });

  it('is an edge of the window where nothing fits, the one that covers less', () => {
    const sheet = { width: 304, height: 280 };
    const narrow = box(0, 0, 320, 640);
    expect(docked({ target: box(20, 100, 80, 40), card: sheet, bounds: narrow })).toEqual({ x: 8, y: 352 });
    expect(docked({ target: box(20, 560, 80, 40), card: sheet, bounds: narrow })).toEqual({ x: 8, y: 8 });
  });
});
