/** Tells of the page's path. */
export interface Route {
  path(): string;
  stop(): void;
}

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls back when the path has become another one, however the page's own router did it. Where the Navigation API is
 * missing (https://caniuse.com/mdn-api_navigation) nothing tells of `pushState`, and nobody's `history` is ours to wrap:
 * the address is compared after what may have changed it, clicks and keys, and twice a second.
 */
export function watchRoute(onChange: () => void): Route {
  const undo = new AbortController();
  const listen = { signal: undo.signal, capture: true, passive: true };
  const { navigation } = globalThis as { navigation?: Navigation };
  let path = location.pathname;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    onChange();
  };
  addEventListener('popstate', look, listen);
  addEventListener('hashchange', look, listen);
  if (navigation?.addEventListener) navigation.addEventListener('currententrychange', look, listen);
  else {
    const soon = () => void setTimeout(look);
    addEventListener('click', soon, listen);
    addEventListener('keyup', soon, listen);
    timer = setInterval(look, 500);
  }
  return {
    path: () => location.pathname,
    stop() {
      undo.abort();
      clearInterval(timer);
    },
  };
}
