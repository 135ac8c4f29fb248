/** The focus that comes to a tip and goes back to where it was. */
export interface Focus {
  /** Takes the focus, unless somebody is writing; says whether it did. */
  enter(element: HTMLElement | null | undefined): boolean;
  /** Gives it back, if it is still here. */
  leave(): void;
  stop(): void;
}

/** Where Escape means what is being written or chosen. */
const WRITING = 'input,textarea,select,[contenteditable]';

/** Keeps the focus of a tip, and hears its Escape: within it, and for a dialog also where nobody is writing. */
export function createFocus(host: HTMLElement, isDialog: () => boolean, onEscape: () => void): Focus {
  let before: HTMLElement | null = null;
  const isHere = () => deepest()?.getRootNode() === host.shadowRoot;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || host.hidden) return;
    if (!isHere() && (!isDialog() || deepest()?.matches(WRITING))) return;
    event.preventDefault();
    onEscape();
  };
  document.addEventListener('keydown', onKey);
  return {
    enter(element) {
      const now = deepest();
      if (isHere()) {
        element?.focus({ preventScroll: true });
        return true;
      }
      if (!element || now?.matches(WRITING)) return false;
      // Between two steps it may have been nowhere.
      if (now !== document.body) before = now;
      element.focus({ preventScroll: true });
      return isHere();
    },
    leave() {
      if (isHere() && before?.isConnected) before.focus({ preventScroll: true });
    },
    stop: () => document.removeEventListener('keydown', onKey),
  };
}

/** What has the focus, also within shadow roots. */
function deepest(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement | null;
}
