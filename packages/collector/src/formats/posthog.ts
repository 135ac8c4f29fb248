import type { Format } from '../format.js';
import { uuid } from './uuid.js';

/**
 * PostHog's `/batch/`, which takes JSON as plain text, too; the key is the project API key.
 * https://posthog.com/docs/api/capture
 */
export const posthog = (): Format => ({
  encode: (events, { key }) =>
    JSON.stringify({
      api_key: key,
      batch: events.map(({ id, type, event, companyId, timestamp, properties, traits, context, ...who }) => ({
        event: {
          track: event,
          identify: '$identify',
          group: '$groupidentify',
          page: '$pageview',
          alias: '$create_alias',
        }[type],
        timestamp,
        properties: {
          ...properties,
          alias: who.previousId,
          distinct_id: who.userId ?? who.anonymousId,
          $anon_distinct_id: who.anonymousId,
          $session_id: context?.session,
          $current_url: (context?.page as { url?: string } | undefined)?.url,
          $groups: companyId && { company: companyId },
          ...(type === 'group'
            ? { $group_type: 'company', $group_set: traits, $group_key: companyId }
            : { $set: traits }),
        },
        uuid: uuid(id),
      })),
    }),
});
