import type { Format } from '../format.js';

const value = (of: unknown): object =>
  Array.isArray(of)
    ? { arrayValue: { values: of.map(value) } }
    : of && typeof of === 'object'
      ? { kvlistValue: { values: pairs(of) } }
      : of === null || of === undefined
        ? {}
        : typeof of === 'number' && !Number.isSafeInteger(of)
          ? { doubleValue: of }
          : { [`${{ number: 'int', boolean: 'bool' }[typeof of as 'number'] ?? 'string'}Value`]: of };

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
              scope: { name: '@waymark/collector' },
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
