export * from './launcher/index.js';
export * from './user-center/index.js';
