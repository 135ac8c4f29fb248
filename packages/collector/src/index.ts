export { createCollector } from './collector.js';
export type * from './collector-types.js';
export type * from './format.js';
export { own } from './formats/own.js';
