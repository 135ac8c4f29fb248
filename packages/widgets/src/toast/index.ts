export type { Theme, Token, Tokens } from '../theme/tokens.js';
export type { ToastKey } from './messages.js';
export { type MountToastOptions, mountToast, type ToastHandle } from './mount.js';
