// Each format beside the software of those who take it: their validator, or what their own client sends.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JsonLogsSerializer } from '@opentelemetry/otlp-transformer';
import { Analytics } from '@segment/analytics-node';
import { buildSelfDescribingEvent, trackerCore } from '@snowplow/tracker-core';
import { CloudEvent, HTTP } from 'cloudevents';
import { PostHog } from 'posthog-node';
import { expect, test } from 'vitest';
import { examples } from '../../tests/examples.js';
import type { Envelope } from '../format.js';
import { cloudevents } from './cloudevents.js';
import { otlp } from './otlp.js';
import { posthog } from './posthog.js';
import { segment } from './segment.js';
import { snowplow } from './snowplow.js';

const envelope: Envelope = {
  key: 'wk_demo',
  token: undefined,
  batchId: 'b',
  sentAt: '2026-08-22T20:04:40.000+01:00',
  dropped: {},
};
type Any = Record<string, never>;

/** Lets a client send to a local server; resolves to the first body it posts. */
async function caught(send: (url: string) => Promise<unknown>): Promise<Any> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    if (body) bodies.push(body);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  server.closeAllConnections();
  return JSON.parse(bodies[0] as string);
}

test('cloudevents passes the validation of the project’s own SDK, as a batch', () => {
  const format = cloudevents('https://app.example/', 'com.example.');
  const body = format.encode(examples, envelope);
  const read = HTTP.toEvent({ headers: { ...format.headers }, body }) as CloudEvent[];
  expect(read).toHaveLength(examples.length);
  for (const event of read) expect(new CloudEvent({ ...event }).validate()).toBe(true);
  expect(read[0]).toMatchObject({ id: 'e1', type: 'com.example.report.exported', subject: 'u-1' });
});

test('segment writes what Segment’s own client sends', async () => {
  const theirs = await caught(async (url) => {
    const client = new Analytics({ writeKey: 'wk_demo', host: url, flushAt: 1 });
    client.track({
      event: 'report.exported',
      userId: 'u-1',
      properties: { rows: 12 },
      timestamp: new Date(),
    });
    await client.closeAndFlush();
  });
  const ours = JSON.parse(segment().encode(examples, envelope));
  expect(Object.keys(ours)).toEqual(
    expect.arrayContaining(Object.keys(theirs).filter((key) => key !== 'writeKey')),
  );
  const [theirEvent] = theirs.batch as unknown as [Any];
  const known = Object.keys(theirEvent);
  for (const key of ['type', 'event', 'userId', 'properties', 'messageId', 'timestamp', 'context']) {
    expect(known).toContain(key);
    expect(typeof ours.batch[0][key]).toBe(typeof theirEvent[key]);
  }
  expect(ours.batch[2]).toMatchObject({ type: 'group', groupId: 'acme', traits: { seats: 40 } });
  expect(ours.batch[3]).toMatchObject({ type: 'page', name: 'Reports' });
  expect(ours.batch[4]).toMatchObject({ type: 'alias', previousId: 'device-1', userId: 'u-1' });
});

test('posthog writes what PostHog’s own client sends', async () => {
  const theirs = await caught(async (url) => {
    const client = new PostHog('wk_demo', {
      host: url,
      flushAt: 1,
      disableGeoip: true,
      disableCompression: true,
    });
    client.capture({
      distinctId: 'u-1',
      event: 'report.exported',
      properties: { rows: 12 },
      groups: { company: 'acme' },
    });
    await client.shutdown();
  });
  const ours = JSON.parse(posthog().encode(examples, envelope));
  expect(ours.api_key).toBe(theirs.api_key);
  const [theirEvent] = theirs.batch as unknown as [Any];
  const ourEvent = ours.batch[0];
  for (const key of ['event', 'uuid', 'timestamp', 'properties']) {
    expect(typeof ourEvent[key]).toBe(typeof theirEvent[key]);
  }
  expect(ourEvent.uuid).toBe(examples[0]?.id);
  expect(ourEvent.properties).toMatchObject({
    distinct_id: 'u-1',
    rows: 12,
    $groups: (theirEvent.properties as unknown as Any).$groups,
  });
  expect(ours.batch[1]).toMatchObject({
    event: '$identify',
    properties: { $anon_distinct_id: 'device-1', $set: { plan: 'pro' } },
  });
  expect(ours.batch[2]).toMatchObject({
    event: '$groupidentify',
    properties: { $group_type: 'company', $group_key: 'acme', $group_set: { seats: 40 } },
  });
  expect(ours.batch[3].event).toBe('$pageview');
  expect(ours.batch[4]).toMatchObject({ event: '$create_alias', properties: { alias: 'device-1' } });
  expect(new Set(ours.batch.map(({ uuid }: Any) => uuid)).size).toBe(examples.length);
});

test('otlp writes what OpenTelemetry’s own serializer does', () => {
  const resource = { attributes: { 'service.name': 'wk_demo' } };
  const bytes = JsonLogsSerializer.serializeRequest([
    {
      hrTime: [1_787_425_476, 120_000_000],
      hrTimeObserved: [1_787_425_480, 0],
      eventName: 'report.exported',
      body: examples[0]?.properties,
      attributes: { 'log.record.uid': 'e1', userId: 'u-1' },
      resource,
      instrumentationScope: { name: '@waymark/collector' },
      droppedAttributesCount: 0,
    } as never,
  ]) as Uint8Array;
  const theirs = JSON.parse(new TextDecoder().decode(bytes)).resourceLogs[0];
  const ours = JSON.parse(otlp().encode(examples.slice(0, 1), envelope)).resourceLogs[0];
  expect(ours.resource.attributes).toEqual(theirs.resource.attributes);
  const [theirRecord, ourRecord] = [theirs.scopeLogs[0].logRecords[0], ours.scopeLogs[0].logRecords[0]];
  expect(ourRecord.timeUnixNano).toBe(theirRecord.timeUnixNano);
  expect(ourRecord.eventName).toBe(theirRecord.eventName);
  expect(ourRecord.attributes).toEqual(expect.arrayContaining(theirRecord.attributes));
  const loose = (value: unknown) => JSON.stringify(value).replace(/"intValue":"?(-?\d+)"?/g, '"intValue":$1');
  expect(loose(ourRecord.body)).toBe(loose(theirRecord.body));
});

test('snowplow writes what Snowplow’s own core builds', () => {
  const schema = 'iglu:com.example/report_exported/jsonschema/1-0-0';
  const built: Any[] = [];
  const core = trackerCore({ base64: false, callback: (payload) => built.push(payload.build() as Any) });
  core.setAppId('wk_demo');
  core.setUserId('u-1');
  core.setPlatform('web');
  const properties = examples[0]?.properties as Any;
  core.track(buildSelfDescribingEvent({ event: { schema, data: properties } }));
  const ours = JSON.parse(snowplow(() => schema).encode(examples, envelope));
  expect(ours.schema).toBe('iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4');
  const theirs = built[0] as Any;
  for (const key of ['e', 'eid', 'dtm', 'aid', 'uid', 'p'])
    expect(typeof ours.data[0][key]).toBe(typeof theirs[key]);
  expect(ours.data[0]).toMatchObject({ e: theirs.e, aid: theirs.aid, uid: theirs.uid, p: theirs.p });
  expect(JSON.parse(ours.data[0].ue_pr)).toEqual(JSON.parse(`${theirs.ue_pr}`));
  for (const row of ours.data) for (const value of Object.values(row)) expect(typeof value).toBe('string');
  expect(ours.data[3]).toMatchObject({ e: 'pv', url: 'https://app.example/r?x=1', page: 'Reports' });
});
