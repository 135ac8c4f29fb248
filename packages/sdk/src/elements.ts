/** Shows a widget inside an element of the page; returns its undo. */
export type Mount = (host: HTMLElement) => () => void;

interface Seat {
  mount: Mount | null;
  readonly elements: Map<HTMLElement, (() => void) | null>;
}

// The browser's registry of custom elements is one per page and forgets nothing, so this has to be one per page, too.
const seats = new Map<string, Seat>();

/**
 * Makes `<name>` show a widget wherever the page puts it, now or later. A name belongs to one client at a time; throws
 * when another one holds it. Returns the undo, after which the elements stand empty.
 */
export function defineElement(name: string, mount: Mount): () => void {
  const seat = seats.get(name) ?? register(name);
  if (seat.mount !== null) {
    throw new Error(`[waymark] <${name}> belongs to another client on this page. Dispose that one first.`);
  }
  seat.mount = mount;
  for (const element of seat.elements.keys()) seat.elements.set(element, mount(element));
  return () => {
    seat.mount = null;
    for (const [element, undo] of seat.elements) {
      undo?.();
      seat.elements.set(element, null);
    }
  };
}

function register(name: string): Seat {
  const seat: Seat = { mount: null, elements: new Map() };
  seats.set(name, seat);
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        seat.elements.set(this, seat.mount?.(this) ?? null);
      }
      disconnectedCallback(): void {
        seat.elements.get(this)?.();
        seat.elements.delete(this);
      }
    },
  );
  return seat;
}
