// Segment: its default delivery: one request an event, failed ones retried from a persisted queue. Its keepalive option
// stays off: with it on, a burst meets the browser's 64 KiB limit and most of the events were lost with nothing wrong.
// Settings are inlined, so nothing is fetched first.

export const npm = '@segment/analytics-next';
export const size = "export { AnalyticsBrowser } from '@segment/analytics-next';";

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { AnalyticsBrowser } = await import('@segment/analytics-next');
  const segment = {
    apiKey: 'lab',
    apiHost: `${new URL(endpoint).host}/v1`,
    protocol: 'http',
  };
  const [analytics] = await AnalyticsBrowser.load(
    { writeKey: 'lab', cdnSettings: { integrations: { 'Segment.io': segment } } },
    { integrations: { 'Segment.io': segment } },
  );
  return (name, properties) => analytics.track(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (!path.startsWith('/v1/') || text === '') return [];
  const body = JSON.parse(text);
  return (body.batch ?? [body])
    .filter(({ properties }) => properties?.n)
    .map(({ messageId, properties }) => ({ n: properties.n, id: messageId }));
}

/** Receiver: the answer to a batch that was kept. */
export const answer = () => ({ success: true });
