/**
 * Listens to the page, or the worker; returns its undo. `hide`: may be gone in a moment, or come back. `leave`: goes, or
 * is frozen. `wake`: is there again, or the network is. `inherit`: another tab left something. `show`: a page prepared
 * in advance is looked at for the first time.
 */
export function watchLifecycle(
  hide: () => void,
  leave: () => void,
  wake: () => void,
  inherit: (event: StorageEvent) => void,
  show: () => void,
): () => void {
  const undo = new AbortController();
  const page = globalThis.document;
  for (const [target, type, run] of [
    [globalThis, 'pagehide', leave],
    [page, 'freeze', leave],
    [globalThis, 'pageshow', wake],
    [page, 'resume', wake],
    [globalThis, 'online', wake],
    [page, 'visibilitychange', () => (page.visibilityState === 'hidden' ? hide() : wake())],
    [globalThis, 'storage', inherit],
    [page, 'prerenderingchange', show],
  ] as const) {
    // In the capture phase: a host that stops the event elsewhere does not stop it for us.
    (target as EventTarget | undefined)?.addEventListener(type, run as () => void, {
      capture: true,
      signal: undo.signal,
    });
  }
  return () => undo.abort();
}
