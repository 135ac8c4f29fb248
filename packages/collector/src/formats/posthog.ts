import type { Event, JsonObject } from '@waymark/contracts';
import type { Format } from '../format.js';
import { parse } from './parse.js';
import { uuidOf } from './uuid.js';

const names = { identify: '$identify', group: '$groupidentify', page: '$pageview', alias: '$create_alias' };

function propertiesOf(event: Event): JsonObject {
  const { type, userId, anonymousId, companyId, previousId, traits = {}, properties, context } = event;
  const page = context?.page as JsonObject | undefined;
  return {
    ...properties,
    distinct_id: userId ?? anonymousId ?? '',
    $device_id: anonymousId ?? '',
    $session_id: context?.session ?? '',
    ...(page && { $current_url: page.url ?? '', title: page.title ?? '', $referrer: page.referrer ?? '' }),
    ...(companyId && { $groups: { company: companyId } }),
    ...(type === 'identify' && { $anon_distinct_id: anonymousId ?? '', $set: traits }),
    ...(type === 'group' && { $group_type: 'company', $group_key: companyId ?? '', $group_set: traits }),
    ...(type === 'alias' && { alias: previousId ?? '' }),
  };
}

/** PostHog's `/batch`; the key is the project API key. https://posthog.com/docs/api/capture */
export const posthog = (): Format => ({
  type: 'application/json',
  encode: (events, { endpoint, key, sentAt }) => [
    endpoint,
    JSON.stringify({
      api_key: key,
      sent_at: sentAt,
      batch: parse(events).map((event) => ({
        event: event.type === 'track' ? event.event : names[event.type],
        uuid: uuidOf(event.id),
        timestamp: event.timestamp,
        properties: propertiesOf(event),
      })),
    }),
  ],
});
