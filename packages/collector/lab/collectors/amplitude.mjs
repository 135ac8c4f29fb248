// Amplitude: its persisted queue in localStorage and its retries (defaults); remote configuration and capture are off.

export const npm = '@amplitude/analytics-browser';
export const size = "export { init, track } from '@amplitude/analytics-browser';";

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { init, track } = await import('@amplitude/analytics-browser');
  await init('lab', {
    serverUrl: `${endpoint}/2/httpapi`,
    autocapture: false,
    identityStorage: 'localStorage',
    remoteConfig: { fetchRemoteConfig: false },
    fetchRemoteConfig: false,
    enableDiagnostics: false,
    logLevel: 0,
  }).promise;
  return (name, properties) => track(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (path !== '/2/httpapi' || text === '') return [];
  return JSON.parse(text)
    .events.filter(({ event_properties }) => event_properties?.n)
    .map(({ insert_id, event_properties }) => ({ n: event_properties.n, id: insert_id }));
}

/** Receiver: the answer to a batch that was kept. */
export const answer = (events) => ({
  code: 200,
  events_ingested: events.length,
  payload_size_bytes: 1,
  server_upload_time: Date.now(),
});

/** Receiver: its own server names the offenders of a refused batch, so this one does as well. */
export const refuse = (events, refused) => ({
  code: 400,
  error: 'Invalid events',
  events_with_invalid_fields: {
    event_properties: events.flatMap(({ n }, index) => (refused.includes(n) ? [index] : [])),
  },
});
