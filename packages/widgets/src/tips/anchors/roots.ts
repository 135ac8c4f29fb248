import { type Root, rootIn } from './query.js';

/** The roots of a page that are known, each with one observer. */
export interface Roots {
  readonly all: ReadonlySet<Root>;
  /** Looks for further roots for a while; false once there is nothing more to look through. */
  explore(until: () => boolean): boolean;
  /** Looks through the whole page anew: a shadow root that comes to an old element is no mutation. */
  restart(): void;
  stop(): void;
}

/** Elements that are passed before the clock is asked: some 20 µs. */
const STRIDE = 200;
/** What makes an element another one for a selector, as far as pages commonly change it. */
const WATCHED = ['data-waymark', 'id', 'class', 'name', 'role', 'href', 'aria-label'];

/** Watches a page with its shadow roots and frames; what it found is told by `onChange`, at most once a task. */
export function createRoots(onChange: () => void, onRoot: (root: Root) => () => void): Roots {
  const all = new Set<Root>();
  const undo: (() => void)[] = [];
  let queue: Node[] = [];
  let walker: TreeWalker | null = null;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.firstChild) queue.push(node);
    onChange();
  });

  const add = (root: Root) => {
    if (all.has(root)) return;
    all.add(root);
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: WATCHED,
    });
    undo.push(onRoot(root));
    queue.push(root);
  };
  const arrived = ({ target }: Event) => {
    const root = (target as Node).nodeType === 1 ? rootIn(target as Element) : null;
    if (root === null) return;
    add(root);
    onChange();
  };

  add(document);
  // The load of a frame does not bubble, but it is seen on the way down.
  document.addEventListener('load', arrived, true);

  return {
    all,
    explore(until) {
      for (;;) {
        if (walker === null) {
          const from = queue.pop();
          if (from === undefined) return false;
          if (from.isConnected) walker = document.createTreeWalker(from, NodeFilter.SHOW_ELEMENT);
          if (from.nodeType === 1) look(from as Element);
        }
        for (let i = 0; walker !== null && i < STRIDE; i++) {
          const element = walker.nextNode() as Element | null;
          if (element === null) walker = null;
          else look(element);
        }
        if (until()) return true;
      }
    },
    restart() {
      for (const root of all) {
        if (root !== document && !(root as ShadowRoot).isConnected) all.delete(root);
      }
      if (walker === null && queue.length === 0) queue = [...all];
    },
    stop() {
      observer.disconnect();
      document.removeEventListener('load', arrived, true);
      for (const step of undo) step();
      all.clear();
      queue = [];
    },
  };

  function look(element: Element) {
    const root = rootIn(element);
    if (root !== null) add(root);
  }
}
