import type { Format } from '../format.js';

const value = (of: unknown): object =>
  Array.isArray(of)
    ? { arrayValue: { values: of.map(value) } }
    : of && typeof of === 'object'
      ? { kvlistValue: { values: pairs(of) } }
      : {
          // stringValue, boolValue, intValue and doubleValue; of what is none of these, nothing is left.
          [`${Number.isSafeInteger(of) ? 'int' : (typeof of).replace('ean', '').replace('number', 'double')}Value`]:
            of ?? undefined,
        };

const pairs = (of: object): object[] => Object.entries(of).map(([key, one]) => ({ key, value: value(one) }));

/**
 * OpenTelemetry logs over HTTP as JSON: `/v1/logs` of any OTLP receiver; an event is a log record with an event name.
 * The key becomes `service.name`. https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export const otlp = (): Format => ({
  headers: { 'content-type': 'application/json' },
  encode: (events, { key }) =>
    JSON.stringify({
      resourceLogs: [
        {
          resource: { attributes: pairs({ 'service.name': key }) },
          scopeLogs: [
            {
              logRecords: events.map(({ timestamp, properties, traits, ...rest }) => ({
                timeUnixNano: `${Date.parse(timestamp)}000000`,
                eventName: rest.event ?? rest.type,
                body: value(properties ?? traits),
                attributes: pairs({ 'log.record.uid': rest.id, ...rest }),
              })),
            },
          ],
        },
      ],
    }),
});
