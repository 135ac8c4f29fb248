import type { Collector } from './api.js';
import { clicks } from './clicks.js';
import { createCollector } from './collector.js';
import { browserContext } from './context.js';
import { errors } from './errors.js';
import { pages } from './pages.js';
import { vitals } from './vitals.js';

type Call = readonly [method: keyof Collector, ...args: unknown[]];

const captures: Readonly<Record<string, (collector: Collector) => () => void>> = {
  pages,
  clicks,
  vitals,
  errors,
};

// Built as one classic script, `dist/script/collector.js`: `<script async src="…/collector.js" data-key="…" data-endpoint="…" data-capture="pages clicks">`.
// Calls made before it arrives wait in an array of that name: `(window.waymarkCollector ??= []).push(['track', 'event'])`.
const scope = globalThis as { waymarkCollector?: Collector | Call[] };
const {
  key = '',
  endpoint = '',
  capture = '',
  consent,
} = (document.currentScript as HTMLScriptElement).dataset;
const early = scope.waymarkCollector;
const collector = createCollector({
  key,
  endpoint,
  context: browserContext,
  ...(consent && { consent: consent as 'pending' }),
});
scope.waymarkCollector = collector;
for (const name of capture.split(' ')) captures[name]?.(collector);
if (Array.isArray(early)) {
  for (const [method, ...args] of early) (collector[method] as (...args: unknown[]) => void)?.(...args);
}
