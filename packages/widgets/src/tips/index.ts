export type { Theme, Token, Tokens } from '../theme/tokens.js';
export type { TipsKey } from './messages.js';
export type { TipsHandle, TipsOptions, ToldEvent } from './options.js';
export { startTips } from './start.js';
export type { BrowserGate, Why } from './why.js';
