/** Where elements are looked for: a page, a frame's page, or an open shadow root. */
export type Root = Document | ShadowRoot;

// Taken before the page's own code can put something else in their place.
const ofDocument = globalThis.Document?.prototype.querySelectorAll;
const ofFragment = globalThis.DocumentFragment?.prototype.querySelectorAll;

/** The elements of a root that a selector names; throws for one that is none. */
export function select(root: Root, selector: string): HTMLElement[] {
  const found = (root.nodeType === 9 ? ofDocument : ofFragment).call(root as Document, selector);
  return Array.from(found).filter((one) => one?.nodeType === 1) as HTMLElement[];
}

/** What lies in an element as a page of its own: its open shadow root, or the page of a frame of the same origin. */
export function rootIn(element: Element): Root | null {
  if (element.shadowRoot) return element.shadowRoot;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** The element around an element, also across the borders of shadow roots and frames. */
export function parentOf(node: Node): Element | null {
  const { parentNode } = node;
  if (parentNode === null) return null;
  if (parentNode.nodeType === 1) return (node as Element).assignedSlot ?? (parentNode as Element);
  return (parentNode as ShadowRoot).host ?? (parentNode as Document).defaultView?.frameElement ?? null;
}
