export type * from './api.js';
export { createCollector } from './collector.js';
export { browserContext, type ContextProvider, campaign, display, locale, page } from './context.js';
export type * from './format.js';
export { own } from './formats/own.js';
export { gzip } from './gzip.js';
export type { CollectorOptions, Consent } from './options.js';
