export type { Memory } from '../surface/memory.js';
export type { Theme, Token, Tokens } from '../theme/tokens.js';
export type { LauncherPosition } from './Launcher.js';
export type { LauncherKey } from './messages.js';
export { type LauncherHandle, type MountLauncherOptions, mountLauncher } from './mount.js';
