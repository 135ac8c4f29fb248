import { parentOf } from './query.js';

/** How an element stands: drawn and in reach, or why it is not. `away` is scrolled or clipped out of sight. */
export type Sight = 'seen' | 'missing' | 'hidden' | 'away' | 'covered';

/** A rectangle in the window, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is in the window, frames around it included. */
export function boxOf(element: Element): Box {
  let { x, y, width, height } = element.getBoundingClientRect();
  let frame = element.ownerDocument.defaultView?.frameElement;
  while (frame) {
    const around = frame.getBoundingClientRect();
    x += around.x + frame.clientLeft;
    y += around.y + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return { x, y, width, height };
}

/** Least that has to be seen of an element in each direction, in pixels; less is enough of a smaller one. */
const LEAST = 12;

/**
 * Whether a person sees an element now.
 *
 * @param clip what is left of it after all that clips it, from its own corner, where an observer has said so
 * @param isOurs whether something that lies over it is ours
 */
export function sightOf(
  element: Element | null,
  clip: Box | null,
  isOurs: (element: Element) => boolean,
): Sight {
  if (!element?.isConnected) return 'missing';
  if (!isDrawn(element)) return 'hidden';
  const box = boxOf(element);
  if (box.width === 0 || box.height === 0) return 'hidden';
  const left = clip ? { ...clip, x: box.x + clip.x, y: box.y + clip.y } : box;
  const part = cut(left, { x: 0, y: 0, width: innerWidth, height: innerHeight });
  if (part.width < Math.min(box.width, LEAST) || part.height < Math.min(box.height, LEAST)) return 'away';
  return isCovered(element, part, isOurs) ? 'covered' : 'seen';
}

/** What two boxes have in common. */
export function cut(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

function isDrawn(element: Element): boolean {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    const isWindow = one === element || one.tagName === 'IFRAME';
    if ((one as HTMLElement).inert || (isWindow && !isVisible(one))) return false;
  }
  return true;
}

function isVisible(element: Element): boolean {
  if (element.getClientRects().length === 0) return false;
  // Firefox 106, Chrome 105, Safari 17.4: https://caniuse.com/mdn-api_element_checkvisibility
  if (element.checkVisibility) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }
  return getComputedStyle(element).visibility === 'visible';
}

/** Whether something else lies over it wherever it is tried: a dialog, an overlay, a header that sticks. */
function isCovered(
  element: Element,
  { x, y, width, height }: Box,
  isOurs: (one: Element) => boolean,
): boolean {
  const outermost = outermostOf(element);
  const modals = modalsOf();
  if (modals.length > 0 && !modals.some((dialog) => holds(dialog, element))) return true;
  const points = [
    [0.5, 0.5],
    [0.15, 0.2],
    [0.85, 0.2],
    [0.15, 0.8],
    [0.85, 0.8],
  ];
  return points.every(([h = 0, v = 0]) => {
    const hit = document.elementFromPoint(x + width * h, y + height * v);
    if (hit === null || isOurs(hit) || hit.contains(outermost) || outermost.contains(hit)) return false;
    // A label over its field, an icon over its button: whatever keeps it such close company belongs to it.
    const around = outermost.parentElement?.getBoundingClientRect();
    const isClose = around !== undefined && around.width * around.height < 4 * width * height;
    return !(isClose && outermost.parentElement?.contains(hit));
  });
}

/** The element itself, or what holds it in the page: the host of its shadow root, its frame. */
function outermostOf(element: Element): Element {
  let one = element;
  for (let root = one.getRootNode(); root !== document; root = one.getRootNode()) {
    const around = (root as ShadowRoot).host ?? (root as Document).defaultView?.frameElement;
    if (!around) break;
    one = around;
  }
  return one;
}

/** The page's own dialogs that make everything else inert. */
export function modalsOf(): Element[] {
  try {
    // A live collection, which the browser keeps: no search through the page.
    return Array.from(document.getElementsByTagName('dialog')).filter((one) => one.matches(':modal'));
  } catch {
    // An older browser knows no `:modal`.
    return [];
  }
}

/** Whether an element lies in another one, also across shadow roots and frames. */
export function holds(outer: Element, inner: Element | null): boolean {
  for (let one = inner; one; one = parentOf(one)) if (one === outer) return true;
  return false;
}
