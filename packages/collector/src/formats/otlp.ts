import type { Format } from '../format.js';

const value = (of: unknown): object =>
  Array.isArray(of)
    ? { arrayValue: { values: of.map(value) } }
    : of && typeof of === 'object'
      ? { kvlistValue: { values: pairs(of) } }
      : typeof of === 'string'
        ? { stringValue: of }
        : typeof of === 'boolean'
          ? { boolValue: of }
          : Number.isSafeInteger(of)
            ? { intValue: of }
            : typeof of === 'number'
              ? { doubleValue: of }
              : {};

const pairs = (of: object): object[] => Object.entries(of).map(([key, one]) => ({ key, value: value(one) }));

/**
 * OpenTelemetry logs over HTTP as JSON: `/v1/logs` of any OTLP receiver; an event is a log record with an event name.
 * The key becomes `service.name`. https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export const otlp = (resource: { readonly [name: string]: unknown } = {}): Format => ({
  type: 'application/json',
  encode: (events, { endpoint, key }) => [
    endpoint,
    JSON.stringify({
      resourceLogs: [
        {
          resource: { attributes: pairs({ 'service.name': key, ...resource }) },
          scopeLogs: [
            {
              scope: { name: 'waymark' },
              logRecords: events.map(({ timestamp, properties, traits, ...rest }) => ({
                timeUnixNano: `${Date.parse(timestamp)}000000`,
                eventName: rest.event ?? rest.type,
                body: value(properties ?? traits),
                attributes: pairs({ 'log.record.uid': rest.id, 'user.id': rest.userId, waymark: rest }),
              })),
            },
          ],
        },
      ],
    }),
  ],
});
