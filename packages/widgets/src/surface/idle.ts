/** Does something once the page has nothing better to do; returns its undo. */
export function whenIdle(act: () => void): () => void {
  // Safari knows no idle time: https://caniuse.com/requestidlecallback
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act);
  return () => cancelIdleCallback(handle);
}
