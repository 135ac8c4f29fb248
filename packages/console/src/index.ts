export { type ConsoleOptions, mountConsole } from './mount.js';
