import type { Format } from '../format.js';

/**
 * Segment's HTTP API, also spoken by RudderStack, Jitsu and others: `https://api.segment.io/v1/batch`. The key is the
 * write key. https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export const segment = (): Format => ({
  type: 'text/plain;charset=UTF-8',
  encode: (events, { endpoint, key, sentAt }) => [
    endpoint,
    JSON.stringify({
      writeKey: key,
      sentAt,
      batch: events.map(({ id, event, companyId, context, ...rest }) => ({
        ...rest,
        messageId: id,
        ...(rest.type === 'track' ? { event } : { name: event }),
        ...(rest.type === 'group' && { groupId: companyId }),
        context: { ...context, groupId: companyId },
      })),
    }),
  ],
});
