import type { Event } from '@waymark/contracts';
import type { Format } from '../format.js';
import { uuid } from './uuid.js';

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
  type: 'application/json',
  encode: (events, { endpoint, key, sentAt }) => [
    endpoint,
    JSON.stringify(
      iglu(
        'payload_data/jsonschema/1-0-4',
        events.map((event) => {
          const page = (event.context?.page ?? {}) as { [name: string]: string };
          return {
            eid: uuid(event.id),
            e: event.type === 'page' ? 'pv' : 'ue',
            ue_pr: JSON.stringify(
              iglu('unstruct_event/jsonschema/1-0-0', {
                schema: schemaOf(event),
                data: event.properties ?? event.traits ?? {},
              }),
            ),
            aid: key,
            uid: event.userId,
            duid: event.anonymousId,
            url: page.url,
            page: page.title,
            dtm: `${Date.parse(event.timestamp)}`,
            stm: `${Date.parse(sentAt)}`,
            tv: 'waymark',
            p: 'web',
          };
        }),
      ),
    ),
  ],
});
