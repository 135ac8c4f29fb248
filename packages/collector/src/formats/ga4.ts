import type { Format } from '../format.js';

const name = (text: string): string => text.replace(/\W/g, '_').slice(0, 40);

/**
 * Google Analytics 4 by Measurement Protocol: `https://www.google-analytics.com/mp/collect`. The key is the measurement
 * id. It cannot tell a repeated event, takes 25 at once, and one person a request: that of the batch's first event.
 * https://developers.google.com/analytics/devguides/collection/protocol/ga4
 */
export const ga4 = (apiSecret: string): Format => ({
  type: 'text/plain;charset=UTF-8',
  defaults: { batchEvents: 25, exit: 'most' },
  encode: (events, { endpoint, key }) => {
    return [
      `${endpoint}?${new URLSearchParams({ measurement_id: key, api_secret: apiSecret })}`,
      JSON.stringify({
        client_id: events[0]?.anonymousId ?? events[0]?.userId,
        user_id: events[0]?.userId,
        events: events.map(({ type, event, timestamp, properties, context }) => ({
          name: name(type === 'page' ? 'page_view' : (event ?? type)),
          timestamp_micros: Date.parse(timestamp) * 1_000,
          params: {
            session_id: context?.session,
            ...Object.fromEntries(
              Object.entries(properties ?? {}).map(([key, value]) => [
                name(key),
                typeof value === 'object' ? JSON.stringify(value) : value,
              ]),
            ),
          },
        })),
      }),
    ];
  },
});
