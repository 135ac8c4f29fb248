import type { Collector } from './api.js';

/** Tells every page that is seen, of sites with and without reloads; returns its undo. */
export function pages(collector: Pick<Collector, 'page'>): () => void {
  const undo = new AbortController();
  const { navigation } = globalThis as { navigation?: EventTarget };
  let seen = '';
  const look = (): void => {
    const here = location.href.split('#')[0] as string;
    if (here !== seen) collector.page();
    seen = here;
  };
  const soon = ({ persisted }: Partial<PageTransitionEvent>): void => {
    // Brought back from the cache, a page is seen again.
    if (persisted) seen = '';
    // After the application has had its say, so that the title is the new page's.
    setTimeout(look);
  };
  // https://developer.mozilla.org/docs/Web/API/Navigation_API; without it, an address changes by a click or by going back.
  navigation?.addEventListener('currententrychange', soon as () => void, undo);
  for (const type of ['popstate', 'click', 'keyup', 'submit', 'pageshow'])
    addEventListener(type, soon as () => void, undo);
  look();
  return () => undo.abort();
}
