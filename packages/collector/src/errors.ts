import type { Collector } from './api.js';

/** A page that fails in a loop says nothing new. */
const MOST = 10;
const STACK_LIMIT = 2_000;

/** Tells uncaught errors and rejections as `page.error`, each message once, at most ten a page; returns its undo. */
export function errors(collector: Pick<Collector, 'track'>): () => void {
  const undo = new AbortController();
  const told = new Set<string>();
  const tell = (message: string, error: unknown, source?: string, line?: number, column?: number): void => {
    if (told.has(message) || told.size >= MOST) return;
    told.add(message);
    const stack = error instanceof Error ? error.stack?.slice(0, STACK_LIMIT) : undefined;
    collector.track('page.error', { message, stack, source, line, column });
  };
  addEventListener(
    'error',
    ({ message, error, filename, lineno, colno }) => tell(message, error, filename, lineno, colno),
    undo,
  );
  addEventListener('unhandledrejection', ({ reason }) => tell(`${reason}`, reason), undo);
  return () => undo.abort();
}
