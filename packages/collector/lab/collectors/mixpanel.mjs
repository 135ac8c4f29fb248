// Mixpanel: batching with its persisted queue and retries (its defaults), everything in localStorage.

export const npm = 'mixpanel-browser';
export const size = "export { default } from 'mixpanel-browser';";

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { default: mixpanel } = await import('mixpanel-browser');
  mixpanel.init('lab', {
    api_host: endpoint,
    persistence: 'localStorage',
    batch_requests: true,
    api_payload_format: 'json',
    api_transport: 'fetch',
    autocapture: false,
    track_pageview: false,
    track_marketing: false,
    record_sessions_percent: 0,
    remote_settings_mode: 'disabled',
    ignore_dnt: true,
  });
  return (name, properties) => mixpanel.track(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (!path.startsWith('/track') || text === '') return [];
  const data = new URLSearchParams(text).get('data') ?? text;
  const plain = /^[[{]/.test(data) ? data : Buffer.from(data, 'base64').toString('utf8');
  const body = JSON.parse(plain);
  return (Array.isArray(body) ? body : [body])
    .filter(({ properties }) => properties?.n)
    .map(({ properties }) => ({ n: properties.n, id: properties.$insert_id }));
}

/** Receiver: the answer to a batch that was kept. */
export const answer = () => ({ status: 1, error: null });

/** Receiver: remote settings, empty. */
export const configure = ({ path }) => (path.startsWith('/settings') ? {} : undefined);
