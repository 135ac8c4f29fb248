/** The focus that comes to a tip and goes back to where it was. */
export interface Focus {
  /** Takes the focus, unless somebody is writing; says whether it did. */
  enter(element: HTMLElement | null | undefined): boolean;
  /** Gives it back, if it is still here. */
  leave(): void;
  stop(): void;
}

/** Keeps the focus of a tip, and hears its Escape: while the focus is in it, or nowhere in particular. */
export function createFocus(host: HTMLElement, onEscape: () => void): Focus {
  let before: HTMLElement | null = null;
  const isHere = () => deepest()?.getRootNode() === host.shadowRoot;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || host.hidden) return;
    if (document.activeElement !== document.body && !isHere()) return;
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
      if (!element || now?.matches('input,textarea,select,[contenteditable]')) return false;
      before = now;
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
