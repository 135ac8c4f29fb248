import type { Format } from '../format.js';

/**
 * Segment's HTTP API, also spoken by RudderStack, Jitsu and others: `https://api.segment.io/v1/batch`. The key is the
 * write key. https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export const segment = (): Format => ({
  encode: (events, { key, sentAt }) =>
    JSON.stringify({
      sentAt,
      writeKey: key,
      batch: events.map(({ id, event, companyId, context, ...rest }) => ({
        ...rest,
        messageId: id,
        event,
        name: event,
        groupId: companyId,
        context: { ...context, groupId: companyId },
      })),
    }),
});
