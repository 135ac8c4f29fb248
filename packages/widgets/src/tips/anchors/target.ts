import type { Anchor } from '@waymark/contracts';
import type { Scout } from './scout.js';
import { type Box, boxOf, type Sight, sightOf } from './sight.js';

/** An element that something stands by, followed from frame to frame. */
export interface Target {
  element(): HTMLElement | null;
  sight(): Sight;
  tried(): readonly string[];
  /** Tells at once how things are, instead of with the next frame. */
  now(): void;
  /** Brings it into sight, if it is anywhere. */
  reveal(): void;
  stop(): void;
}

/** What a {@link Target} is made with. */
export interface TargetOptions {
  readonly scout: Scout;
  readonly anchor: Anchor;
  /** It holds what is shown: that it is there is enough, empty as it may be, and seen or not. */
  readonly isPlace: boolean;
  isOurs(element: Element): boolean;
  /** Called when it moved, left or came back; null while it cannot be seen. */
  onMove(box: Box | null, element: HTMLElement | null): void;
}

/** Between two thorough looks, in milliseconds: what left is noticed well within 700 of them. */
const LOOK = 150;
/** Shares of it in sight at which the browser speaks up. */
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Follows an element. Each frame asks only where it is; whether it can be seen is asked now and then. */
export function createTarget({ scout, anchor, isPlace, isOurs, onMove }: TargetOptions): Target {
  let sight: Sight = 'missing';
  let element: HTMLElement | null = null;
  let clip: Box | null = null;
  let last = '';
  let looked = -LOOK;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const follow = scout.follow(anchor, () => {
    looked = -LOOK;
  });
  // The browser knows best what clips an element; where it cannot say, the window's edges have to do.
  const clips =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            const entry = entries.at(-1);
            if (entry?.target !== element) return;
            const { intersectionRect: left, boundingClientRect: whole } = entry;
            // Kept from the element's own corner: until the observer speaks again it may have moved with all around it.
            clip = { x: left.x - whole.x, y: left.y - whole.y, width: left.width, height: left.height };
            looked = -LOOK;
          },
          { threshold: SHARES },
        )
      : null;

  const look = () => {
    const next = follow.look().element;
    if (next !== element) {
      clips?.disconnect();
      clip = null;
      element = next;
      if (element) clips?.observe(element);
    }
    sight = isPlace && element?.isConnected ? 'seen' : sightOf(element, clip, isOurs);
  };

  const step = () => {
    const now = performance.now();
    if (now - looked >= LOOK || element?.isConnected === false) {
      looked = now;
      look();
    }
    const box = sight === 'seen' && element ? boxOf(element) : null;
    const place = box === null ? sight : `${box.x} ${box.y} ${box.width} ${box.height}`;
    if (place === last) return;
    last = place;
    onMove(box, element);
  };
  // Once the frame is painted the layout is as it was drawn, and asking for it costs nothing.
  const loop = () => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        if (!stopped) loop();
        if (!stopped) step();
      });
    });
  };
  // What scrolls is followed within the frame.
  const undo = new AbortController();
  addEventListener('scroll', step, { capture: true, passive: true, signal: undo.signal });
  loop();

  return {
    element: () => element,
    sight: () => sight,
    tried: () => follow.found().tried,
    now: step,
    reveal() {
      if (sight === 'seen' || sight === 'missing' || element === null) return;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      clip = null;
      looked = -LOOK;
      step();
    },
    stop() {
      stopped = true;
      undo.abort();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      clips?.disconnect();
      follow.stop();
    },
  };
}
