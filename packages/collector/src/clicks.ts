import type { Collector } from './api.js';

/**
 * Tells clicks on what carries `data-waymark="event.name"`, with its other `data-waymark-*` attributes as properties;
 * returns its undo. Nothing else of the page is read.
 */
export function clicks(collector: Pick<Collector, 'track'>): () => void {
  const undo = new AbortController();
  const told = (event: MouseEvent): void => {
    // Out of open shadow roots, too.
    for (const node of event.composedPath()) {
      const { waymark, ...rest } = (node as HTMLElement).dataset ?? {};
      if (!waymark) continue;
      const properties: Record<string, unknown> = {};
      for (const name in rest) {
        const key = /^waymark(.)(.*)$/.exec(name);
        if (key) properties[(key[1] as string).toLowerCase() + key[2]] = rest[name];
      }
      collector.track(waymark, properties);
      return;
    }
  };
  addEventListener('click', told, { capture: true, signal: undo.signal });
  return () => undo.abort();
}
