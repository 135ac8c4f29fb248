import { type Root, rootIn } from './query.js';

/** The roots of a page that are known, each with one observer. */
export interface Roots {
  readonly all: ReadonlySet<Root>;
  /** Begins to look for further roots: one that comes to an old element is no mutation. */
  restart(): void;
  /** Looks for further roots for a while; true while there is more to look through. */
  explore(isOver: () => boolean): boolean;
  stop(): void;
}

/** Elements that are passed before the clock is asked: some 50 µs. */
const STRIDE = 200;
/** What makes an element another one for a selector, as far as pages commonly change it. */
const WATCHED = ['data-waymark', 'id', 'class', 'name', 'role', 'href', 'aria-label'];

/** Watches a page with its shadow roots and frames; `onRoot` hears of each. */
export function createRoots(onChange: () => void, onRoot: (root: Root) => () => void): Roots {
  const all = new Set<Root>();
  const undo: (() => void)[] = [];
  const queue: Root[] = [];
  let walker: TreeWalker | undefined;
  // What changed is not asked: reading two thousand records takes longer than a frame may.
  const observer = new MutationObserver(onChange);

  const add = (root: Root | null) => {
    if (root === null || all.has(root)) return;
    all.add(root);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: WATCHED });
    undo.push(onRoot(root));
    queue.push(root);
  };
  const arrived = ({ target }: Event) => {
    const root = target === document ? null : rootIn(target as Element);
    add(root);
    if (root !== null) onChange();
  };

  add(document);
  // The load of a frame does not bubble, but it is seen on the way down.
  document.addEventListener('load', arrived, true);

  return {
    all,
    restart() {
      for (const root of all) {
        const isGone = root.nodeType === 9 ? !(root as Document).defaultView : !root.isConnected;
        if (isGone) all.delete(root);
      }
      if (walker === undefined) queue.splice(0, queue.length, ...all);
    },
    explore(isOver) {
      while (!isOver()) {
        if (walker === undefined) {
          const root = queue.pop();
          if (root === undefined) return false;
          walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
        }
        for (let i = 0; i < STRIDE && walker; i++) {
          const element = walker.nextNode() as Element | null;
          if (element === null) walker = undefined;
          else add(rootIn(element));
        }
      }
      return true;
    },
    stop() {
      observer.disconnect();
      document.removeEventListener('load', arrived, true);
      for (const step of undo) step();
      all.clear();
    },
  };
}
