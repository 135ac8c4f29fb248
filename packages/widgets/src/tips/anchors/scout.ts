import type { Anchor } from '@waymark/contracts';
import { type Found, findAnchor } from './find.js';
import type { Root } from './query.js';
import { createRoots } from './roots.js';

/** Somebody who waits for an element, or holds on to it. */
export interface Follow {
  found(): Found;
  /** Looks at once, instead of when the page is idle. */
  look(): Found;
  stop(): void;
}

/** Finds elements of the page, late ones and those drawn anew, without ever taking long at a time. */
export interface Scout {
  /** Calls back when the element is another one than before. */
  follow(anchor: Anchor, onChange: () => void): Follow;
  stop(): void;
}

/** Longest it looks at a stretch, in milliseconds: of the 4 that a frame may lose, the rest is for one slow selector. */
const SLICE = 1;
/** Between two rounds, however busy the page is; what no mutation tells of is found by the slow rounds. */
const ROUND = 120;
const SLOW_ROUND = 1_000;
/** A page that is never idle lets it look all the same after so many milliseconds. */
const BUSY = 200;

interface Wanted {
  readonly anchor: Anchor;
  readonly onChange: () => void;
  found: Found;
  /** Whether it was missing or not drawn when last looked for. */
  missing: boolean;
}

/** Makes a scout; `onRoot` hears of every root that it comes to know. */
export function createScout(onRoot: (root: Root) => () => void): Scout {
  const wanted = new Set<Wanted>();
  let open: Wanted[] = [];
  let last = 0;
  let isStale = false;
  let isUnderWay = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let undoIdle = () => {};
  const roots = createRoots(() => {
    isStale = wanted.size > 0;
    round();
  }, onRoot);

  const isMissing = ({ anchor: { name }, found: { element } }: Wanted) =>
    !element?.isConnected ||
    (name !== undefined && element.getAttribute('data-waymark') !== name) ||
    element.getClientRects().length === 0;

  const check = (one: Wanted) => {
    const { found, missing } = one;
    if (isMissing(one)) one.found = findAnchor(one.anchor, roots.all);
    one.missing = isMissing(one);
    // One that is drawn at last is news, too.
    if (one.found.element !== found.element || one.missing !== missing) one.onChange();
    return one.found;
  };

  const later = () => {
    undoIdle = whenIdle(slice);
  };
  function slice() {
    const end = performance.now() + SLICE;
    const isOver = () => performance.now() > end;
    const known = roots.all.size;
    for (let one = open.pop(); one; one = open.pop()) {
      if (wanted.has(one)) check(one);
      if (isOver()) return later();
    }
    const isMore = roots.explore(isOver);
    if (roots.all.size > known) open = [...wanted];
    if (isMore || open.length > 0) return later();
    // However much changes meanwhile, it is looked at in one more round, and not at once.
    pause = setTimeout(rest, ROUND);
  }
  function rest() {
    isUnderWay = false;
    round();
  }
  /** Looks for everything that is missing, unless that is being done. */
  function round() {
    if (isUnderWay || !isStale) return;
    isUnderWay = true;
    isStale = false;
    open = [...wanted];
    later();
  }
  const slowly = setInterval(() => {
    if (document.hidden || ![...wanted].some(({ missing }) => missing)) return;
    roots.restart();
    isStale = true;
    round();
  }, SLOW_ROUND);

  return {
    follow(anchor, onChange) {
      const one: Wanted = { anchor, onChange, found: { element: null, tried: [] }, missing: true };
      wanted.add(one);
      // The first one is looked for at once; of many together the others wait for their turn.
      const now = performance.now();
      if (now - last > SLICE) {
        one.found = findAnchor(anchor, roots.all);
        one.missing = isMissing(one);
      }
      last = performance.now();
      isStale = true;
      round();
      return {
        found: () => one.found,
        look: () => check(one),
        stop: () => void wanted.delete(one),
      };
    },
    stop() {
      clearInterval(slowly);
      clearTimeout(pause);
      undoIdle();
      wanted.clear();
      roots.stop();
    },
  };
}

/** Does something once the page has nothing better to do, or a moment later all the same; returns its undo. */
function whenIdle(act: () => void): () => void {
  // Safari knows no idle time: https://caniuse.com/requestidlecallback
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 30);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: BUSY });
  return () => cancelIdleCallback(handle);
}
