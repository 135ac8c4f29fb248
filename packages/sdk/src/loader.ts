/**
 * The classic script a vendor puts into a page: takes over the queue of early calls and imports the real thing, an ES
 * module whose URL carries its exact version. Everything else is loaded from there.
 */

import type { Waymark } from './global.js';
import type { start } from './script.js';

declare const __WAYMARK_VERSION__: string;

const script = document.currentScript as HTMLScriptElement | null;
const page = globalThis as unknown as { waymark?: Waymark };

const stub: Waymark = page.waymark ?? (((...call) => stub.q?.push(call)) as Waymark);
stub.q ??= [];
page.waymark = stub;

const core = new URL(`sdk/${__WAYMARK_VERSION__}/core.js`, script?.src ?? location.href).href;
import(core).then(
  (module: { start: typeof start }) => module.start(stub, script?.dataset ?? {}),
  (error: Error) =>
    console.warn(`[waymark] Could not load ${core}: ${error.message}. The page goes on without it.`),
);
