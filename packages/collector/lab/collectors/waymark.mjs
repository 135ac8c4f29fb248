// Ours, as published and with its defaults.

export const npm = '@waymark/collector';
export const size = "export { createCollector } from '../dist/index.js';";
export const isStrict = true;

/** Browser: starts the collector and resolves to its `track`. */
export async function start({ endpoint }) {
  const { createCollector } = await import('../../dist/index.js');
  const collector = createCollector({ endpoint: `${endpoint}/v1/batch`, key: 'lab' });
  window.collector = collector;
  return (name, properties) => collector.track(name, properties);
}

/** Receiver: the numbers and ids in a request. */
export function read({ path, text }) {
  if (path !== '/v1/batch' || text === '') return [];
  return JSON.parse(text).events.map(({ id, properties }) => ({ n: properties?.n, id }));
}

/** Receiver: the answer to a batch that was kept; events in `refused` get their own verdict. */
export function answer(events, refused = []) {
  const verdicts = events.map(({ n, id }) =>
    refused.includes(n)
      ? { id, status: 'rejected', code: 'invalid_event', message: 'events: expected another number' }
      : { id, status: 'accepted' },
  );
  return { verdicts };
}
