// What a call of `track()` costs the host page, ours beside its peers in the same run, in Chromium slowed down four
// times: time of a call, main-thread work until all is sent, memory kept, and the bytes to load.
import { brotliCompressSync } from 'node:zlib';
import { loadCollectors } from '../lab/cells.mjs';
import { bundle, bundleClient } from '../lab/pages.mjs';
import { measure } from './measure.mjs';

const FIGURES = [
  { key: 'mean', what: 'track() mean', unit: 'µs', scale: 1_000 },
  { key: 'p99', what: 'track() 99th percentile', unit: 'µs', scale: 1_000 },
  { key: 'work', what: 'main thread until idle', unit: 'ms', scale: 1 },
  { key: 'heap', what: 'heap kept after all is sent', unit: 'KiB', scale: 1 / 1_024 },
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rows of `{ what, value, unit, ratio?, versus? }`; a ratio says how many times ours a peer's figure is. */
export async function bench({ quick = false, entry, only, progress = () => {} } = {}) {
  const calls = quick ? 1_000 : 10_000;
  const rounds = quick ? 1 : 3;
  const collectors = (await loadCollectors()).filter(({ name }) => !only || only.includes(name));
  const clients = new Map();
  const sizes = new Map();
  for (const collector of collectors) {
    clients.set(collector, await bundleClient(collector, entry));
    sizes.set(collector, brotliCompressSync(await bundle(collector.size, entry)).length);
  }

  const found = new Map(collectors.map((collector) => [collector, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? collectors : collectors.toReversed();
    for (const collector of order) {
      const figures = await measure(collector, clients.get(collector), calls);
      progress(collector.name, figures);
      found.get(collector).push(figures);
    }
  }

  const [ours] = collectors;
  const figureOf = (collector, { key, scale }) =>
    median(found.get(collector).map((figures) => figures[key])) * scale;
  const row = (collector, what, unit, value, own) => ({
    what: `${what}, ${collector.npm}`,
    value,
    unit,
    ...(collector !== ours && { ratio: value / own, versus: 'ours' }),
  });
  const measured = FIGURES.flatMap((figure) =>
    collectors.map((collector) =>
      row(collector, figure.what, figure.unit, figureOf(collector, figure), figureOf(ours, figure)),
    ),
  );
  const counted = ['calls', 'delivered'].flatMap((key) =>
    collectors.map((collector) => ({
      what: `${key === 'calls' ? 'calls made in time' : 'events delivered'}, ${collector.npm}`,
      value: median(found.get(collector).map((figures) => figures[key])),
      unit: `of ${calls.toLocaleString('en')}`,
    })),
  );
  const loaded = collectors.map((collector) =>
    row(collector, 'bundle', 'bytes (brotli)', sizes.get(collector), sizes.get(ours)),
  );
  return [...measured, ...counted, ...loaded];
}
