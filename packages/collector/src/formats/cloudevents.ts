import type { Format } from '../format.js';

/**
 * CloudEvents 1.0 in the JSON batch format. `source` names your application. `type` begins the
 * types of events. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md#4-json-batch-format
 */
export const cloudevents = (source: string, type = ''): Format => ({
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  encode: (events) =>
    JSON.stringify(
      events.map((event) => ({
        type: type + (event.event ?? event.type),
        time: event.timestamp,
        data: event,
        subject: event.userId ?? event.anonymousId,
        specversion: '1.0',
        source,
        id: event.id,
      })),
    ),
});
