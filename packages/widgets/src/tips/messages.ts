import type { Catalog } from '../locale/message.js';

/** The strings of tips in English. */
export const en = {
  tipClose: 'Close',
  tipStep: '{n} of {of}',
  tipStepLabel: 'Step {n} of {of}',
  tipNext: 'Next',
  tipBack: 'Back',
  tipDone: 'Done',
  tipSend: 'Send',
  tipRequired: 'Please answer this first.',
  tipThanks: 'Thank you.',
  tipVideo: 'Watch: {title}',
  tipOpen: 'Show the hint',
  tipItemDone: 'done',
  tipItemOpen: 'to do',
  tipAllDone: 'All done.',
  tipLevel: 'On the way to the next level',
} as const satisfies Catalog;

/** Names of the strings of tips. */
export type TipsKey = keyof typeof en;

/** The strings of tips in Chinese. */
export const zh: Catalog<TipsKey> = {
  tipClose: '关闭',
  tipStep: '{n} / {of}',
  tipStepLabel: '第 {n} 步，共 {of} 步',
  tipNext: '下一步',
  tipBack: '上一步',
  tipDone: '完成',
  tipSend: '提交',
  tipRequired: '请先回答这个问题。',
  tipThanks: '谢谢。',
  tipVideo: '观看：{title}',
  tipOpen: '查看提示',
  tipItemDone: '已完成',
  tipItemOpen: '待完成',
  tipAllDone: '全部完成。',
  tipLevel: '距离下一等级',
};
