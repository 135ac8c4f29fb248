import { type MetricType, onCLS, onINP, onLCP } from 'web-vitals';
import type { Collector } from './api.js';

/** Tells the page's core web vitals as `page.vital` (https://web.dev/articles/vitals); returns its undo. */
export function vitals(collector: Pick<Collector, 'track'>): () => void {
  let on = true;
  const told = ({ name, value, rating, id, navigationType }: MetricType): void => {
    if (on) collector.track('page.vital', { name, value, rating, id, navigationType });
  };
  onCLS(told);
  onINP(told);
  onLCP(told);
  return () => {
    on = false;
  };
}
