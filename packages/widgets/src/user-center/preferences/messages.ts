import type { Catalog } from '../../locale/message.js';

/** The preferences' strings in English. */
export const en = {
  back: 'Back',
  inRankings: 'In rankings, others see',
  asName: 'My name',
  asAlias: 'An alias',
  asAliasHint: 'Points and place stay the same.',
  asHidden: 'Nothing',
  asHiddenHint: 'You are in no ranking, for anybody.',
  alias: 'Alias',
  aliasHint: 'Leave it empty to have one made.',
  save: 'Save',
  quiet: 'Quiet mode',
  quietHint: 'No messages about awards and no level-up moment.',
  saving: 'Saving …',
  saved: 'Saved',
  failed: 'Not saved. {reason}',
  preferOffline: 'You are offline. Preferences can be changed once you are back.',
} as const satisfies Catalog;

/** Names of the preferences' strings. */
export type PreferencesKey = keyof typeof en;

/** The preferences' strings in Chinese. */
export const zh: Catalog<PreferencesKey> = {
  back: '返回',
  inRankings: '在排名中，他人看到',
  asName: '我的姓名',
  asAlias: '一个化名',
  asAliasHint: '成长值和名次不变。',
  asHidden: '看不到我',
  asHiddenHint: '不参与任何排名。',
  alias: '化名',
  aliasHint: '留空则自动生成。',
  save: '保存',
  quiet: '安静模式',
  quietHint: '不弹出获奖消息，也没有升级庆祝。',
  saving: '正在保存…',
  saved: '已保存',
  failed: '未能保存。{reason}',
  preferOffline: '当前离线，恢复连接后即可修改。',
};
