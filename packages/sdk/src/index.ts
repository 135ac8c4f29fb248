export { init, type WaymarkClient } from './client.js';
export type { ClientEvents } from './client-events.js';
export type { Command, Waymark } from './global.js';
export type { Described, LauncherPosition, Messages, Options, Theme } from './options.js';
