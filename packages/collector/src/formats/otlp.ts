import type { Json, JsonObject } from '@waymark/contracts';
import type { Format } from '../format.js';
import { parse } from './parse.js';

const anyValue = (value: Json | undefined): object =>
  typeof value === 'string'
    ? { stringValue: value }
    : typeof value === 'boolean'
      ? { boolValue: value }
      : typeof value === 'number'
        ? Number.isSafeInteger(value)
          ? { intValue: `${value}` }
          : { doubleValue: value }
        : Array.isArray(value)
          ? { arrayValue: { values: value.map(anyValue) } }
          : value
            ? { kvlistValue: { values: pairsOf(value) } }
            : {};

const pairsOf = (object: { readonly [key: string]: Json | undefined }): object[] =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ key, value: anyValue(value) }));

const nanos = (time: string): string => `${Date.parse(time)}000000`;

/**
 * OpenTelemetry logs over HTTP as JSON: `/v1/logs` of any OTLP receiver; an event is a log record with an event name.
 * The key becomes `service.name`. https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export const otlp = (resource: JsonObject = {}): Format => ({
  type: 'application/json',
  encode: (events, { endpoint, key, sentAt }) => [
    endpoint,
    JSON.stringify({
      resourceLogs: [
        {
          resource: { attributes: pairsOf({ 'service.name': key, ...resource }) },
          scopeLogs: [
            {
              scope: { name: '@waymark/collector' },
              logRecords: parse(events).map(({ timestamp, properties, traits, context, ...rest }) => ({
                timeUnixNano: nanos(timestamp),
                observedTimeUnixNano: nanos(sentAt),
                eventName: rest.event ?? rest.type,
                body: anyValue(properties ?? traits ?? {}),
                attributes: pairsOf({
                  'log.record.uid': rest.id,
                  'user.id': rest.userId,
                  'session.id': context?.session,
                  waymark: rest as unknown as JsonObject,
                  context,
                }),
              })),
            },
          ],
        },
      ],
    }),
  ],
});
