import type { Format } from '../format.js';

const name = (text: string): string => text.replace(/\W/g, '_').slice(0, 40);

/**
 * Google Analytics 4 by Measurement Protocol: `https://www.google-analytics.com/mp/collect?measurement_id=…&api_secret=…`.
 * It cannot tell a repeated event, takes 25 at once, and one person a request: that of the batch's first event.
 * https://developers.google.com/analytics/devguides/collection/protocol/ga4
 */
export const ga4 = (): Format => ({
  defaults: {
    exit: 'most',
    batchEvents: 25,
  },
  encode: (events, _, [first] = events) =>
    JSON.stringify({
      user_id: first?.userId,
      client_id: first?.anonymousId ?? first?.userId,
      events: events.map((event) => ({
        timestamp_micros: Date.parse(event.timestamp) * 1_000,
        params: Object.fromEntries(
          Object.entries({ ...event.properties, session_id: event.context?.session }).map(([key, value]) => [
            name(key),
            typeof value === 'object' ? JSON.stringify(value) : value,
          ]),
        ),
        name: name(event.type === 'page' ? 'page_view' : (event.event ?? event.type)),
      })),
    }),
});
