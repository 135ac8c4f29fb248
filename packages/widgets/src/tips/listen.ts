import type { Root } from './anchors/query.js';
import type { Happening } from './moments.js';

/** What happens on the page, in words that moments understand. */
export interface PageEars {
  /** Whether something may appear: the page is in sight, and nobody drags anything or holds a pointer down. */
  isFree(): boolean;
  /** Listens in a further document, that of a frame; returns its undo. */
  watch(root: Root): () => void;
  /** Calls back once an element is seen; returns its undo. */
  seenBy(element: Element, onSeen: () => void): () => void;
  stop(): void;
}

/** What {@link listenToPage} tells. */
export interface PageEarsOptions {
  onHappening(happening: Happening): void;
  /** It may be that something may appear now. */
  onFree(): void;
  onLeave(): void;
  onReturn(): void;
}

/** Listens to the page; listeners are passive, and nothing of the host's is wrapped. */
export function listenToPage({ onHappening, onFree, onLeave, onReturn }: PageEarsOptions): PageEars {
  const undo = new AbortController();
  const { signal } = undo;
  let isHeld = false;
  let heard = 0;
  const seen = new Map<Element, Set<() => void>>();
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver((entries) => {
          for (const { isIntersecting, target } of entries) {
            if (isIntersecting) for (const onSeen of seen.get(target) ?? []) onSeen();
          }
        })
      : null;

  const active = () => {
    // A moving pointer says the same sixty times a second.
    const now = Date.now();
    if (now - heard < 250) return;
    heard = now;
    onHappening({ kind: 'active' });
  };
  const held = (next: boolean) => () => {
    isHeld = next;
    if (!next) onFree();
  };
  const watch = (root: Root): (() => void) => {
    // What happens in a shadow root is heard outside of it.
    if (root.nodeType !== 9) return () => {};
    const own = new AbortController();
    const on = (name: string, act: (event: Event) => void) =>
      root.addEventListener(name, act, { capture: true, passive: true, signal: own.signal });
    const at = (kind: 'clicked' | 'hovered' | 'focused') => (event: Event) =>
      onHappening({ kind, path: event.composedPath() as Node[] });
    on('click', at('clicked'));
    on('pointerover', at('hovered'));
    on('focusin', at('focused'));
    on('pointerdown', held(true));
    on('dragstart', held(true));
    for (const name of ['pointerup', 'pointercancel', 'dragend', 'drop']) on(name, held(false));
    // Whoever lets go outside of the window is noticed when they come back.
    on('pointermove', (event) => {
      if (isHeld && (event as PointerEvent).buttons === 0) held(false)();
    });
    for (const name of ['pointermove', 'keydown', 'wheel', 'scroll', 'touchstart']) on(name, active);
    on('mouseout', (event) => {
      const { relatedTarget, clientY } = event as MouseEvent;
      if (relatedTarget === null && clientY <= 0) onHappening({ kind: 'exit' });
    });
    return () => own.abort();
  };

  document.addEventListener('visibilitychange', onFree, { signal });
  addEventListener('pagehide', onLeave, { signal });
  addEventListener('pageshow', (event) => event.persisted && onReturn(), { signal });

  return {
    isFree: () => !isHeld && document.visibilityState !== 'hidden',
    watch,
    seenBy(element, onSeen) {
      const all = seen.get(element) ?? new Set();
      seen.set(element, all.add(onSeen));
      // Observed anew, it tells at once how things are.
      observer?.unobserve(element);
      observer?.observe(element);
      return () => {
        all.delete(onSeen);
        if (all.size > 0) return;
        seen.delete(element);
        observer?.unobserve(element);
      };
    },
    stop() {
      undo.abort();
      observer?.disconnect();
      seen.clear();
    },
  };
}
