/** Does something once the page has nothing better to do, or `within` so many milliseconds; returns its undo. */
export function whenIdle(act: () => void, within = 0): () => void {
  // Safari knows no idle time: https://caniuse.com/requestidlecallback
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: within });
  return () => cancelIdleCallback(handle);
}
