import type { Event } from '@waymark/contracts';
import type { Format } from '../format.js';
import { uuid } from './uuid.js';

type Page = { readonly url?: string; readonly title?: string } | undefined;

/** Some data with the schema that describes it. */
const iglu = (name: string, data: unknown) => ({
  schema: `iglu:com.snowplowanalytics.snowplow/${name}`,
  data,
});

/**
 * Snowplow's tracker protocol by POST: `/com.snowplowanalytics.snowplow/tp2`. The key is the application id. `schemaOf`
 * tells the Iglu schema of an event's properties.
 * https://docs.snowplow.io/docs/sources/trackers/snowplow-tracker-protocol/
 */
export const snowplow = (schemaOf: (event: Event) => string): Format => ({
  headers: { 'content-type': 'application/json' },
  encode: (events, { key, sentAt }) =>
    JSON.stringify(
      iglu(
        'payload_data/jsonschema/1-0-4',
        events.map((event) => ({
          e: event.type === 'page' ? 'pv' : 'ue',
          eid: uuid(event.id),
          stm: `${Date.parse(sentAt)}`,
          tv: 'waymark',
          p: 'web',
          ue_pr: JSON.stringify(
            iglu('unstruct_event/jsonschema/1-0-0', {
              schema: schemaOf(event),
              data: { ...event.properties, ...event.traits },
            }),
          ),
          aid: key,
          duid: event.anonymousId,
          url: (event.context?.page as Page)?.url,
          page: (event.context?.page as Page)?.title,
          uid: event.userId,
          dtm: `${Date.parse(event.timestamp)}`,
        })),
      ),
    ),
});
