// RudderStack: the bundle with its plugins built in, its persisted retry queue with batching on (every 3 s
// instead of every minute, so that the lab does not give up on it); its source
// configuration is answered by the page itself.

export const npm = '@rudderstack/analytics-js';
export const size = "export { RudderAnalytics } from '@rudderstack/analytics-js/bundled';";

const source = {
  source: {
    id: 'lab',
    name: 'lab',
    writeKey: 'lab',
    enabled: true,
    workspaceId: 'lab',
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    connections: [],
    destinations: [],
    dataplanes: {},
  },
  updatedAt: '2026-01-01T00:00:00.000Z',
};

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { RudderAnalytics } = await import('@rudderstack/analytics-js/bundled');
  const analytics = new RudderAnalytics();
  await new Promise((ready) => {
    analytics.load('lab', endpoint, {
      configUrl: endpoint,
      getSourceConfig: () => source,
      queueOptions: { batch: { enabled: true, maxItems: 100, flushInterval: 3_000 } },
      sendAdblockPage: false,
      sessions: { autoTrack: false },
      uaChTrackLevel: 'none',
      logLevel: 'NONE',
    });
    analytics.ready(ready);
  });
  return (name, properties) => analytics.track(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (!/^\/(v1|beacon\/v1)\//.test(path) || text === '') return [];
  const body = JSON.parse(text);
  return (body.batch ?? [body])
    .filter(({ properties }) => properties?.n)
    .map(({ messageId, properties }) => ({ n: properties.n, id: messageId }));
}

/** Receiver: the answer to a batch that was kept. */
export const answer = () => ({ ok: true });
