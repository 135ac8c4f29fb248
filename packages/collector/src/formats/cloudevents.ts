import type { Format } from '../format.js';

/**
 * CloudEvents 1.0 in the JSON batch format. `source` names your application; the key unless given. `type` begins the
 * types of events. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md#4-json-batch-format
 */
export const cloudevents = (source?: string, type = ''): Format => ({
  type: 'application/cloudevents-batch+json',
  encode: (events, { endpoint, key }) => [
    endpoint,
    JSON.stringify(
      events.map((event) => ({
        specversion: '1.0',
        id: event.id,
        source: source ?? key,
        type: type + (event.event ?? event.type),
        subject: event.userId ?? event.anonymousId,
        time: event.timestamp,
        datacontenttype: 'application/json',
        data: event,
      })),
    ),
  ],
});
