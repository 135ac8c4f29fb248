import type { Collector } from './api.js';
import { random } from './random.js';

interface Entry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly interactionId: number;
}

/** Up to the first it is good, above the second poor: https://web.dev/articles/vitals */
const LIMITS: Readonly<Record<string, readonly [good: number, poor: number]>> = {
  LCP: [2_500, 4_000],
  CLS: [0.1, 0.25],
  INP: [200, 500],
};
/** Interactions that are remembered: of five hundred, the tenth slowest is told. */
const SLOWEST = 10;

/**
 * Tells the page's core web vitals as `page.vital` when it is hidden, each again when it got worse, under the same `id`;
 * returns its undo. Defined as by https://github.com/GoogleChrome/web-vitals, in half its size: after a return from the
 * back/forward cache layout shifts and interactions count anew, and no second paint is told.
 */
export function vitals(collector: Pick<Collector, 'track'>): () => void {
  const undo = new AbortController();
  const { signal } = undo;
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
    activationStart?: number;
  })[];
  const values: Record<string, number> = {};
  const pending: (() => void)[] = [];
  let id: string;
  let told: Record<string, number>;
  let slowest: Map<number, number>;
  let shifts: number;
  let first: number;
  let last: number;
  let lowest: number;
  let highest: number;
  let hidden = document.visibilityState === 'hidden' ? 0 : Number.POSITIVE_INFINITY;

  const begin = (): void => {
    id = random();
    told = {};
    slowest = new Map();
    shifts = last = first = highest = values.CLS = 0;
    lowest = Number.POSITIVE_INFINITY;
    delete values.INP;
    delete values.LCP;
  };

  const observe = (type: string, see: (entry: Entry) => void): void => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    const seeAll = (entries: PerformanceEntryList) => (entries as Entry[]).forEach(see);
    const observer = new PerformanceObserver((list) => seeAll(list.getEntries()));
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    pending.push(() => seeAll(observer.takeRecords()));
    signal.addEventListener('abort', () => observer.disconnect());
  };

  const interacted = ({ interactionId, duration, entryType }: Entry): void => {
    // The first one is told however short it was.
    if (!interactionId && entryType === 'event') return;
    slowest.set(interactionId, Math.max(duration, slowest.get(interactionId) ?? 0));
    const sorted = [...slowest].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
    slowest = new Map(sorted);
    // One in fifty may be an accident. Where they are not counted, their ids are seven apart.
    lowest = Math.min(lowest, interactionId || lowest);
    highest = Math.max(highest, interactionId || highest);
    const { interactionCount = (highest - lowest) / 7 + 1 } = performance as { interactionCount?: number };
    values.INP = sorted[Math.min(sorted.length - 1, Math.floor(interactionCount / 50))]?.[1] ?? 0;
  };

  const tell = (): void => {
    for (const take of pending) take();
    for (const name in values) {
      const value = values[name] as number;
      const [good, poor] = LIMITS[name] as readonly [number, number];
      // A page that nobody saw has no vitals.
      if (told[name] === value || !performance.getEntriesByName('first-contentful-paint')[0]) continue;
      told[name] = value;
      const rating = value > poor ? 'poor' : value > good ? 'needs-improvement' : 'good';
      collector.track('page.vital', { name, value, rating, id, navigationType: navigation?.type });
    }
  };

  begin();
  observe('largest-contentful-paint', ({ startTime }) => {
    if (startTime < hidden) values.LCP = Math.max(0, startTime - (navigation?.activationStart ?? 0));
  });
  // The worst burst of shifts: gaps of less than a second, five seconds at most.
  observe('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (!shifts || startTime - last >= 1_000 || startTime - first >= 5_000) {
      shifts = 0;
      first = startTime;
    }
    last = startTime;
    shifts += value;
    values.CLS = Math.max(values.CLS as number, shifts);
  });
  observe('event', interacted);
  observe('first-input', interacted);

  addEventListener('pagehide', tell, { capture: true, signal });
  addEventListener(
    'visibilitychange',
    ({ timeStamp }) => {
      if (document.visibilityState !== 'hidden') return;
      tell();
      hidden = Math.min(hidden, timeStamp);
    },
    { capture: true, signal },
  );
  addEventListener('pageshow', ({ persisted }) => persisted && begin(), { capture: true, signal });
  return () => undo.abort();
}
