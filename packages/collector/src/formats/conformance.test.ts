import { parseBatch, parseEvent } from '@waymark/contracts';
import { describe, expect, test } from 'vitest';
import { examples } from '../../tests/examples.js';
import type { Envelope, Format } from '../format.js';
import { cloudevents } from './cloudevents.js';
import { custom } from './custom.js';
import { ga4 } from './ga4.js';
import { ndjson } from './ndjson.js';
import { otlp } from './otlp.js';
import { own } from './own.js';
import { posthog } from './posthog.js';
import { segment } from './segment.js';
import { snowplow } from './snowplow.js';

const envelope: Envelope = {
  key: 'wk_demo',
  token: undefined,
  batchId: 'e1.e6.6',
  sentAt: '2026-08-22T20:04:40.000+01:00',
  dropped: {},
};

const formats: Record<string, Format> = {
  own: own(),
  segment: segment(),
  posthog: posthog(),
  otlp: otlp(),
  cloudevents: cloudevents('https://app.example'),
  snowplow: snowplow(
    ({ event, type }) => `iglu:com.example/${(event ?? type).replace(/\W/g, '_')}/jsonschema/1-0-0`,
  ),
  ga4: ga4(),
  ndjson: ndjson(),
  custom: custom((events) => JSON.stringify({ records: events })),
};

describe.each(Object.entries(formats))('%s', (name, format) => {
  test('writes what a browser may post', () => {
    const body = format.encode(examples, envelope);
    const type = new Request('https://in.example', { method: 'POST', body, headers: format.headers ?? {} })
      .headers;
    expect(type.get('content-type')).toMatch(/^[\w/+.-]+(;charset=UTF-8)?$/i);
    expect(body.isWellFormed()).toBe(true);
    const documents = name === 'ndjson' ? body.trimEnd().split('\n') : [body];
    for (const document of documents) expect(() => JSON.parse(document)).not.toThrow();
  });

  test('loses no event of a batch, whatever its size', () => {
    for (const count of [1, 2, examples.length]) {
      const body = format.encode(examples.slice(0, count), envelope);
      const names = body.match(/report[._]exported/g) ?? [];
      expect(names.length).toBeGreaterThan(0);
      expect(entriesOf(name, body)).toHaveLength(count);
    }
  });

  test('writes the same events the same way again, so that a repetition can be known', () => {
    expect(format.encode(examples, envelope)).toEqual(format.encode(examples, envelope));
  });

  test('carries what the person did, with numbers, texts in any script and nested values', () => {
    const body = format.encode(examples.slice(0, 1), envelope);
    const flat = JSON.stringify(JSON.parse(body)).replaceAll('\\', '');
    expect(flat).toContain('报告');
    expect(flat).toContain('12');
    expect(flat).toContain('😀');
  });

  test('takes an empty or absent answer as a yes', () => {
    if (name !== 'own') expect(format.verdicts?.('{}') ?? []).toEqual([]);
    else expect(format.verdicts?.('{"verdicts":[]}')).toEqual([]);
  });
});

function entriesOf(name: string, body: string): unknown[] {
  if (name === 'ndjson') return body.trimEnd().split('\n');
  const made = JSON.parse(body);
  if (Array.isArray(made)) return made;
  return (
    made.events ?? made.batch ?? made.data ?? made.records ?? made.resourceLogs[0].scopeLogs[0].logRecords
  );
}

test('own passes the contract of the hub, and reads its verdicts', () => {
  const body = own().encode(examples, envelope);
  const batch = parseBatch(JSON.parse(body));
  expect(batch).toMatchObject({ ok: true, value: { key: 'wk_demo', batchId: 'e1.e6.6' } });
  if (batch.ok) for (const event of batch.value.events) expect(parseEvent(event).ok).toBe(true);
  const answer = {
    verdicts: [
      { id: 'e1', status: 'accepted' },
      { id: 'e2', status: 'rejected', message: 'no' },
    ],
  };
  expect(own().verdicts?.(JSON.stringify(answer))).toMatchObject([
    { id: 'e1' },
    { id: 'e2', status: 'rejected' },
  ]);
  expect(() => own().verdicts?.('<!doctype html>')).toThrow();
});

test('custom tells which events its endpoint refused', () => {
  const format = custom(
    (events) => JSON.stringify(events),
    (body) => JSON.parse(body).bad.map((id: string) => ({ id, status: 'rejected' })),
  );
  expect(format.verdicts?.('{"bad":["e2"]}')).toEqual([{ id: 'e2', status: 'rejected' }]);
});
