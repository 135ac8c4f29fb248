/** A page out of sight gives its connection back: browsers allow six per host, and the host page needs them. */
const HIDDEN_MS = 10_000;

/** Calls `open` while the page is in sight and `close` when it has been hidden for a while or goes away; returns its undo. */
export function whileVisible(open: () => void, close: () => void): () => void {
  const undo = new AbortController();
  const listen = { signal: undo.signal };
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => {
    clearTimeout(timer);
    if (isOpen) return;
    isOpen = true;
    open();
  };
  const hide = () => {
    clearTimeout(timer);
    if (!isOpen) return;
    isOpen = false;
    close();
  };
  const look = () => {
    if (document.visibilityState === 'visible') return show();
    clearTimeout(timer);
    timer = setTimeout(hide, HIDDEN_MS);
  };

  // An open connection keeps a page out of the back/forward cache: https://web.dev/articles/bfcache
  addEventListener('pagehide', hide, listen);
  addEventListener('pageshow', look, listen);
  document.addEventListener('visibilitychange', look, listen);
  if (document.visibilityState === 'visible') show();
  return () => {
    undo.abort();
    hide();
  };
}
