export type { Theme, Token, Tokens } from '../theme/tokens.js';
export type { UserCenterMessages } from '../user-center/messages.js';
export { type MountPartOptions, mountPart, type PartHandle } from './mount.js';
export { PARTS, type PartName } from './Part.js';
