import type { Event, JsonObject } from '@waymark/contracts';
import type { Format } from '../format.js';
import { parse } from './parse.js';
import { uuidOf } from './uuid.js';

const IGLU = 'iglu:com.snowplowanalytics.snowplow/';

/**
 * Snowplow's tracker protocol by POST: `/com.snowplowanalytics.snowplow/tp2`. The key is the application id. `schemaOf`
 * tells the Iglu schema of an event's properties.
 * https://docs.snowplow.io/docs/sources/trackers/snowplow-tracker-protocol/
 */
export const snowplow = (schemaOf: (event: Event) => string): Format => ({
  type: 'application/json',
  encode: (events, { endpoint, key, sentAt }) => [
    endpoint,
    JSON.stringify({
      schema: `${IGLU}payload_data/jsonschema/1-0-4`,
      data: parse(events).map((event) => {
        const { url, title, referrer } = (event.context?.page ?? {}) as { [name: string]: string };
        return {
          e: event.type === 'page' ? 'pv' : 'ue',
          ...(event.type !== 'page' && {
            ue_pr: JSON.stringify({
              schema: `${IGLU}unstruct_event/jsonschema/1-0-0`,
              data: { schema: schemaOf(event), data: event.properties ?? event.traits ?? ({} as JsonObject) },
            }),
          }),
          eid: uuidOf(event.id),
          dtm: `${Date.parse(event.timestamp)}`,
          stm: `${Date.parse(sentAt)}`,
          tv: 'waymark-1',
          p: 'web',
          aid: key,
          uid: event.userId,
          duid: event.anonymousId,
          url,
          page: title,
          refr: referrer || undefined,
          lang: event.context?.locale,
          tz: event.context?.timezone,
        };
      }),
    }),
  ],
});
