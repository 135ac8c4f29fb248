// What makes a step well shown, by the same measure for every library.

/** Pixels between a step and its target: the widest gap that arrow and padding of any of the libraries make, and some. */
const NEAR = 48;
/** Shares: of the box that may be off the screen, and of the target that may be under it. */
const OFF_SCREEN = 0.02;
const COVERED = 0.02;
/** Pixels by which a step may move between two looks at a page that rests. */
const CALM = 2;

/** On a screen narrower than this, a box over its whole width at one of its edges is a sheet: near wherever its target is. */
const NARROW = 700;
const EDGE = 24;

function isSheet({ box, screen }) {
  if (screen.right - screen.left > NARROW) return false;
  const isWide = box.width >= 0.9 * (screen.right - screen.left);
  return isWide && (box.top - screen.top <= EDGE || screen.bottom - box.bottom <= EDGE);
}

/**
 * The first thing that is wrong with a step as it is seen, or null. `before` is the look before this one, for pages that
 * rest; `mayCover` is for targets that leave no room beside them.
 *
 * @param {any} seen
 * @param {any} before
 */
export function shortcoming(seen, before = null, { mayCover = false, isFree = false } = {}) {
  if (seen.copies === 0) return 'not shown';
  if (seen.copies > 1) return 'shown twice';
  if (seen.opacity < 0.9) return 'not shown';
  if (seen.box.width < 60 || seen.box.height < 24) return 'not shown';
  if (seen.inView < 1 - OFF_SCREEN) return 'off the screen';
  if (seen.under !== null) return 'buried';
  if (!isFree && seen.target === null) return 'without its target';
  if (!isFree && seen.distance > NEAR && !isSheet(seen)) return 'not at its target';
  if (!isFree && !mayCover && seen.covers > COVERED) return 'covers its target';
  if (before?.box && Math.hypot(seen.box.left - before.box.left, seen.box.top - before.box.top) > CALM)
    return 'does not rest';
  return null;
}
