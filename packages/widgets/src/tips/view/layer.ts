import { parentOf } from '../anchors/query.js';
import { modalsOf } from '../anchors/sight.js';

/** The element that carries a tip, kept above the page and within reach. */
export interface Layer {
  readonly host: HTMLElement;
  /** Sees to it that it stands where it belongs: by its target, above what came since. */
  keep(target: HTMLElement | null): void;
  dispose(): void;
}

/** What a {@link Layer} is made with. */
export interface LayerOptions {
  /** In its target, as part of the page. */
  readonly isInline: boolean;
  /** Goes before a dialog of the page, where it would be out of reach behind it. */
  readonly isInterrupting: boolean;
  /** Called when it stands anew somewhere. */
  readonly onMove: () => void;
  readonly onGone: (error: Error) => void;
}

/** A page that takes it away so many times does not want it. */
const PATIENCE = 2;
const LOOK = 300;

/** Puts an element for a tip into the page. */
export function createLayer({ isInline, isInterrupting, onMove, onGone }: LayerOptions): Layer {
  const host = document.createElement('waymark-tip');
  // Without it the element's own z-index has to do: https://caniuse.com/mdn-api_htmlelement_popover
  const isPopover = !isInline && typeof host.showPopover === 'function';
  let target: HTMLElement | null = null;
  let home: Element | null = null;
  let taken = 0;
  let disposed = false;

  const keep = (next: HTMLElement | null) => {
    target = next;
    if (disposed) return;
    const wanted = isInline ? target : homeOf(target, isInterrupting);
    if (wanted === null) return host.remove();
    const isAway = host.parentNode !== wanted;
    // In the page's own element it goes with whatever that shows; anywhere else somebody took it away.
    if (isAway && !isInline && home === wanted && ++taken > PATIENCE) {
      dispose();
      return onGone(
        new Error(
          '[waymark] The page keeps removing <waymark-tip>. Leave it where it is at the end of the body.',
        ),
      );
    }
    home = wanted;
    if (isAway) {
      if (isPopover) host.popover = 'manual';
      wanted.append(host);
    }
    if (isPopover && !host.matches(':popover-open')) host.showPopover();
    // Dialogs of the page put away all that stands beside them, and mean what was there before.
    host.inert = false;
    host.removeAttribute('aria-hidden');
    if (isAway) onMove();
  };
  keep(null);
  const timer = setInterval(() => keep(target), LOOK);

  function dispose() {
    disposed = true;
    clearInterval(timer);
    host.remove();
  }
  return { host, keep, dispose };
}

/** Where it has to stand to be above its target and not inert: in the dialog or popover that holds it, else in the body. */
function homeOf(target: HTMLElement | null, isInterrupting: boolean): Element {
  for (let one: Element | null = target; one; one = parentOf(one)) {
    if (one.ownerDocument === document && isOnTop(one)) return one;
  }
  return (target === null && isInterrupting && modalsOf().at(-1)) || document.body;
}

function isOnTop(element: Element): boolean {
  try {
    return element.matches('dialog:modal,:popover-open,:fullscreen');
  } catch {
    // An older browser knows neither.
    return false;
  }
}
