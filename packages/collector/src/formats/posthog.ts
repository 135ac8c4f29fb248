import type { Format } from '../format.js';
import { uuid } from './uuid.js';

const names = { identify: '$identify', group: '$groupidentify', page: '$pageview', alias: '$create_alias' };

/** PostHog's `/batch/`; the key is the project API key. https://posthog.com/docs/api/capture */
export const posthog = (): Format => ({
  type: 'application/json',
  encode: (events, { endpoint, key }) => [
    endpoint,
    JSON.stringify({
      api_key: key,
      batch: events.map(
        ({
          id,
          type,
          event,
          userId,
          anonymousId,
          companyId,
          previousId,
          timestamp,
          properties,
          traits,
          context,
        }) => ({
          event: type === 'track' ? event : names[type],
          uuid: uuid(id),
          timestamp,
          properties: {
            ...properties,
            distinct_id: userId ?? anonymousId,
            $session_id: context?.session,
            $current_url: (context?.page as { url?: string } | undefined)?.url,
            $groups: companyId && { company: companyId },
            $anon_distinct_id: anonymousId,
            alias: previousId,
            ...(type === 'group'
              ? { $group_type: 'company', $group_key: companyId, $group_set: traits }
              : { $set: traits }),
          },
        }),
      ),
    }),
  ],
});
