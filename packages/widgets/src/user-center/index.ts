export type { Memory } from '../surface/memory.js';
export type { Theme, Token, Tokens } from '../theme/tokens.js';
export type { UserCenterKey, UserCenterMessages } from './messages.js';
export { type MountUserCenterOptions, mountUserCenter, type UserCenterHandle } from './mount.js';
export type { UserCenterTab } from './tab.js';
export type { Mode } from './UserCenter.js';
