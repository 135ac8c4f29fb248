import type { Event } from '@waymark/contracts';
import type { CollectorOptions } from './options.js';
import { settle } from './options.js';
import { localTime } from './time.js';

/** https://developer.mozilla.org/docs/Web/API/Window/fetchLater */
declare function fetchLater(url: string, init: RequestInit): unknown;

/**
 * Options by which the browser holds a copy of the next batch, to be sent should this page crash, where it knows
 * `fetchLater`. Whether it arrived nobody learns, so the queue sends it again: only for endpoints that know an event by
 * its id.
 *
 * @example
 * createCollector(later({ endpoint: '/v1/batch', key: 'wk_demo' }));
 */
export function later(options: CollectorOptions): CollectorOptions {
  if (!('fetchLater' in globalThis)) return options;
  const { endpoint, key, format, headers, batchEvents } = settle(options);
  let deferred = new AbortController();
  const recall = () => deferred.abort();
  // A page that leaves sends it by itself: the collector hears of that in the capture phase, before this.
  addEventListener('pagehide', recall);
  return {
    ...options,
    onChange(now, answer) {
      options.onChange?.(now, answer);
      recall();
      deferred = new AbortController();
      const texts = [...now.queue.values()].slice(0, batchEvents);
      const events = (JSON.parse(`[${texts}]`) as Event[]).filter((event) => !format.withholds?.(event, now));
      if (!events[0]) return;
      const body = format.encode(events, {
        key,
        batchId: `${events[0].id}.later`,
        sentAt: localTime(),
        dropped: {},
      });
      const { signal } = deferred;
      try {
        fetchLater(endpoint, {
          method: 'POST',
          body,
          headers: { ...format.headers, ...headers },
          signal,
        });
      } catch {
        // No quota is left: the queue on the device has them anyway.
      }
    },
  };
}
