import type { Event } from '@waymark/contracts';
import type { Format } from '../format.js';
import { uuid } from './uuid.js';

const iglu = (name: string): string => `iglu:com.snowplowanalytics.snowplow/${name}/jsonschema/1-0-`;

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
      schema: `${iglu('payload_data')}4`,
      data: events.map((event) => {
        const { type, userId, anonymousId, timestamp, properties, traits = {}, context } = event;
        const { url, title } = (context?.page ?? {}) as { [name: string]: string };
        return {
          e: type === 'page' ? 'pv' : 'ue',
          ue_pr: JSON.stringify({
            schema: `${iglu('unstruct_event')}0`,
            data: { schema: schemaOf(event), data: properties ?? traits },
          }),
          eid: uuid(event.id),
          dtm: `${Date.parse(timestamp)}`,
          stm: `${Date.parse(sentAt)}`,
          tv: 'waymark',
          p: 'web',
          aid: key,
          uid: userId,
          duid: anonymousId,
          url,
          page: title,
        };
      }),
    }),
  ],
});
