import type { Event } from '@waymark/contracts';
import type { Format } from '../format.js';
import { json } from './json.js';
import { uuid } from './uuid.js';

const iglu = (name: string, data: unknown) => ({
  schema: `iglu:com.snowplowanalytics.snowplow/${name}`,
  data,
});

/**
 * Snowplow's tracker protocol by POST: `/com.snowplowanalytics.snowplow/tp2`. The key is the application id. `schemaOf`
 * tells the Iglu schema of an event's properties.
 * https://docs.snowplow.io/docs/sources/trackers/snowplow-tracker-protocol/
 */
export const snowplow = (schemaOf: (event: Event) => string): Format =>
  json((events, { key, sentAt }) =>
    iglu(
      'payload_data/jsonschema/1-0-4',
      events.map((event) => {
        const { url, title } = (event.context?.page ?? {}) as { [name: string]: string };
        return {
          e: event.type === 'page' ? 'pv' : 'ue',
          ue_pr: JSON.stringify(
            iglu('unstruct_event/jsonschema/1-0-0', {
              schema: schemaOf(event),
              data: event.properties ?? event.traits ?? {},
            }),
          ),
          eid: uuid(event.id),
          dtm: `${Date.parse(event.timestamp)}`,
          stm: `${Date.parse(sentAt)}`,
          tv: 'waymark',
          p: 'web',
          aid: key,
          uid: event.userId,
          duid: event.anonymousId,
          url,
          page: title,
        };
      }),
    ),
  );
