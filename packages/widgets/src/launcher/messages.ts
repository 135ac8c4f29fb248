import type { Catalog } from '../locale/message.js';

/** The launcher's strings in English. */
export const en = {
  open: 'Your progress',
  unread: { one: '{n} new award', other: '{n} new awards' },
} as const satisfies Catalog;

/** Names of the launcher's strings. */
export type LauncherKey = keyof typeof en;

/** The launcher's strings in Chinese. */
export const zh: Catalog<LauncherKey> = {
  open: '我的成长',
  unread: '{n} 个新奖励',
};
