import type { Format } from '../format.js';
import { json } from './json.js';
import { uuid } from './uuid.js';

const names = { identify: '$identify', group: '$groupidentify', page: '$pageview', alias: '$create_alias' };

/** PostHog's `/batch/`; the key is the project API key. https://posthog.com/docs/api/capture */
export const posthog = (): Format =>
  json((events, { key }) => ({
    api_key: key,
    batch: events.map((event) => ({
      event: event.type === 'track' ? event.event : names[event.type],
      uuid: uuid(event.id),
      timestamp: event.timestamp,
      properties: {
        ...event.properties,
        distinct_id: event.userId ?? event.anonymousId,
        $session_id: event.context?.session,
        $current_url: (event.context?.page as { url?: string } | undefined)?.url,
        $groups: event.companyId && { company: event.companyId },
        $anon_distinct_id: event.anonymousId,
        alias: event.previousId,
        ...(event.type === 'group'
          ? { $group_type: 'company', $group_key: event.companyId, $group_set: event.traits }
          : { $set: event.traits }),
      },
    })),
  }));
