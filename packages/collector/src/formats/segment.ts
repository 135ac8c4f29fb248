import type { Format } from '../format.js';

/**
 * Segment's HTTP API, also spoken by RudderStack, Jitsu and others: `https://api.segment.io/v1/batch`. The key is the
 * write key. https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export const segment = (): Format => ({
  encode: (events, { key, sentAt }) =>
    JSON.stringify({
      writeKey: key,
      sentAt,
      batch: events.map(({ id, event, companyId, context, ...rest }) => ({
        ...rest,
        messageId: id,
        [rest.type === 'track' ? 'event' : 'name']: event,
        ...(rest.type === 'group' && { groupId: companyId }),
        context: { ...context, groupId: companyId },
      })),
    }),
});
