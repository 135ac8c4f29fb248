import type { Format } from '../format.js';
import { json } from './json.js';

const value = (of: unknown): object => {
  // Says nothing of what is of another kind: JSON leaves it out.
  const a = (kind: string) => (typeof of === kind ? of : undefined);
  return Array.isArray(of)
    ? { arrayValue: { values: of.map(value) } }
    : of && a('object')
      ? { kvlistValue: { values: pairs(of) } }
      : {
          stringValue: a('string'),
          boolValue: a('boolean'),
          [Number.isSafeInteger(of) ? 'intValue' : 'doubleValue']: a('number'),
        };
};

const pairs = (of: object): object[] => Object.entries(of).map(([key, one]) => ({ key, value: value(one) }));

/**
 * OpenTelemetry logs over HTTP as JSON: `/v1/logs` of any OTLP receiver; an event is a log record with an event name.
 * The key becomes `service.name`. https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export const otlp = (resource: { readonly [name: string]: unknown } = {}): Format =>
  json((events, { key }) => ({
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
  }));
