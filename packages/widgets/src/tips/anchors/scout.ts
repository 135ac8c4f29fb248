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
  /** Calls back when the element is another one than before; null when there is none. */
  follow(anchor: Anchor, onChange: () => void): Follow;
  stop(): void;
}

/** Longest it looks at a stretch, in milliseconds: a quarter of what a frame has, with room for one slow selector. */
const SLICE = 1.5;
/** What no mutation tells of is found within so many milliseconds. */
const AGAIN = 1_000;
/** A page that is never idle lets it look all the same after so many milliseconds. */
const BUSY = 200;

interface Wanted {
  readonly anchor: Anchor;
  readonly onChange: () => void;
  found: Found;
}

/** Makes a scout; nothing of the page is watched before something is wanted. `onRoot` hears of every root. */
export function createScout(onRoot: (root: Root) => () => void): Scout {
  const wanted = new Set<Wanted>();
  let open: Wanted[] = [];
  let undoIdle: (() => void) | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const roots = createRoots(() => wanted.size > 0 && again(), onRoot);

  const isMissing = ({ found: { element } }: Wanted) =>
    !element?.isConnected || element.getClientRects().length === 0;

  const check = (one: Wanted) => {
    const before = one.found.element;
    const { name } = one.anchor;
    const isRight = name === undefined || before?.getAttribute('data-waymark') === name;
    if (!isMissing(one) && isRight) return;
    one.found = findAnchor(one.anchor, roots.all);
    if (one.found.element !== before) one.onChange();
  };

  const slice = () => {
    undoIdle = null;
    const end = performance.now() + SLICE;
    const isOver = () => performance.now() > end;
    const known = roots.all.size;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (wanted.has(one)) check(one);
      if (isOver()) return later();
    }
    const isNameless = [...wanted].every((one) => one.anchor.name === undefined || !isMissing(one));
    const isMore = !isNameless && roots.explore(isOver);
    if (roots.all.size > known) open = [...wanted];
    if (isMore || open.length > 0) later();
  };
  const later = () => {
    undoIdle ??= whenIdle(slice);
  };
  function again() {
    open = [...wanted];
    later();
  }

  return {
    follow(anchor, onChange) {
      const one: Wanted = { anchor, onChange, found: findAnchor(anchor, roots.all) };
      wanted.add(one);
      if (one.found.element === null) later();
      timer ??= setInterval(() => {
        if (document.hidden || ![...wanted].some(isMissing)) return;
        roots.restart();
        again();
      }, AGAIN);
      return {
        found: () => one.found,
        look: () => {
          check(one);
          return one.found;
        },
        stop: () => {
          wanted.delete(one);
          if (wanted.size > 0) return;
          clearInterval(timer);
          timer = undefined;
        },
      };
    },
    stop() {
      clearInterval(timer);
      undoIdle?.();
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
