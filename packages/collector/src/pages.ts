import type { Collector } from './api.js';

type Navigation = EventTarget | undefined;

/** Tells every page that is seen, of sites with and without reloads; returns its undo. */
export function pages(collector: Pick<Collector, 'page'>): () => void {
  const undo = new AbortController();
  let seen = '';
  const look = (): void => {
    const here = location.href.split('#')[0] as string;
    if (here === seen) return;
    seen = here;
    collector.page();
  };
  // After the application has had its say, so that the title is the new page's.
  const soon = (): void => void setTimeout(look);
  const { navigation } = globalThis as { navigation?: Navigation };
  // https://developer.mozilla.org/docs/Web/API/Navigation_API; elsewhere an address changes by a click or by going back.
  if (navigation) navigation.addEventListener('currententrychange', soon, undo);
  else for (const type of ['popstate', 'click', 'keyup', 'submit']) addEventListener(type, soon, undo);
  // Brought back from the cache, a page is seen again.
  addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) {
        seen = '';
        look();
      }
    },
    undo,
  );
  look();
  return () => undo.abort();
}
