// PostHog: batching, retries and unload delivery are its defaults; flags, recording, surveys and remote scripts are off.
// Its own rate limit (100 at once, then 10 a second) is lifted, or it would drop half of the events by itself.

export const npm = 'posthog-js';
export const size = "export { default } from 'posthog-js';";

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { default: posthog } = await import('posthog-js');
  await new Promise((loaded) => {
    posthog.init('phc_lab', {
      api_host: endpoint,
      ui_host: endpoint,
      persistence: 'localStorage',
      autocapture: false,
      capture_pageview: false,
      capture_pageleave: false,
      capture_performance: false,
      capture_heatmaps: false,
      capture_exceptions: false,
      capture_dead_clicks: false,
      rageclick: false,
      disable_session_recording: true,
      disable_surveys: true,
      disable_external_dependency_loading: true,
      advanced_disable_flags: true,
      disable_compression: true,
      rate_limiting: { events_per_second: 10_000, events_burst_limit: 10_000 },
      opt_out_useragent_filter: true,
      loaded,
    });
  });
  return (name, properties) => posthog.capture(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (!/^\/(i\/v\d+\/e|e|batch|capture)\/?$/.test(path) || text === '') return [];
  const plain = text.startsWith('data=')
    ? Buffer.from(decodeURIComponent(text.slice(5)), 'base64').toString('utf8')
    : text;
  const body = JSON.parse(plain);
  return (Array.isArray(body) ? body : (body.batch ?? [body]))
    .filter(({ properties }) => properties?.n)
    .map(({ uuid, properties }) => ({ n: properties.n, id: uuid ?? properties.$insert_id }));
}

/** Receiver: the answer to a batch that was kept. */
export const answer = () => ({ status: 'Ok' });

/** Receiver: remote configuration and flags, empty. */
export function configure({ path }) {
  if (/^\/(flags|decide|array)\b/.test(path))
    return { supportedCompression: [], featureFlags: {}, config: {} };
  return undefined;
}
