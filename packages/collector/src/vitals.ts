import { type Metric, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';
import type { Collector } from './api.js';

/** Tells the page's web vitals as `page.vital` (https://web.dev/articles/vitals); returns its undo. */
export function vitals(collector: Pick<Collector, 'track'>): () => void {
  let on = true;
  const told = ({ name, value, rating, id, navigationType }: Metric): void => {
    if (on) collector.track('page.vital', { name, value, rating, id, navigationType });
  };
  for (const watch of [onCLS, onFCP, onINP, onLCP, onTTFB]) watch(told);
  return () => {
    on = false;
  };
}
