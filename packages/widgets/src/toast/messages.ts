import type { Catalog } from '../locale/message.js';

/** The toast's strings in English. */
export const en = {
  toastLevel: 'Level {level} reached',
  toastQuest: 'Quest done',
  toastBadge: 'Badge earned, {tier}',
  toastMore: { one: 'and {n} more award', other: 'and {n} more awards' },
  toastOpen: 'Have a look',
  toastClose: 'Dismiss',
  bronze: 'bronze',
  silver: 'silver',
  gold: 'gold',
  platinum: 'platinum',
  diamond: 'diamond',
} as const satisfies Catalog;

/** Names of the toast's strings. */
export type ToastKey = keyof typeof en;

/** The toast's strings in Chinese. */
export const zh: Catalog<ToastKey> = {
  toastLevel: '升到等级 {level}',
  toastQuest: '任务完成',
  toastBadge: '获得{tier}勋章',
  toastMore: '还有 {n} 项奖励',
  toastOpen: '去看看',
  toastClose: '知道了',
  bronze: '青铜',
  silver: '白银',
  gold: '黄金',
  platinum: '铂金',
  diamond: '钻石',
};
