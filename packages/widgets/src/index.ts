export * from './launcher/index.js';
export * from './parts/index.js';
export * from './toast/index.js';
export * from './user-center/index.js';
