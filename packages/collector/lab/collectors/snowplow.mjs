// Snowplow: its queue in localStorage with retries (defaults), batches of ten (a rest would wait for the next event), keepalive on.

export const npm = '@snowplow/browser-tracker';
export const size = "export { newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';";

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { newTracker, trackSelfDescribingEvent } = await import('@snowplow/browser-tracker');
  newTracker('lab', endpoint, {
    appId: 'lab',
    eventMethod: 'post',
    bufferSize: 10,
    keepalive: true,
    encodeBase64: false,
    stateStorageStrategy: 'localStorage',
    credentials: 'omit',
  });
  return (name, data) =>
    trackSelfDescribingEvent({
      event: { schema: `iglu:lab/${name.replace('.', '_')}/jsonschema/1-0-0`, data },
    });
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (path !== '/com.snowplowanalytics.snowplow/tp2' || text === '') return [];
  return JSON.parse(text)
    .data.map(({ eid, ue_pr }) => ({ id: eid, n: ue_pr && JSON.parse(ue_pr).data.data.n }))
    .filter(({ n }) => n);
}

/** Receiver: the answer to a batch that was kept. */
export const answer = () => 'ok';
