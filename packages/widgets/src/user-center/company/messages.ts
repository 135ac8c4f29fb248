import type { Catalog } from '../../locale/message.js';

/** The company view's strings in English. */
export const en = {
  companyGrowth: 'Company growth value',
  people: 'People',
  peopleTotal: 'In your company',
  active7: 'Active in 7 days',
  active28: 'Active in 28 days',
  byLevel: 'Where people stand',
  peopleCount: { one: '{count} person', other: '{count} people' },
  fewPeople: 'under 5',
  adoption: 'What is used',
  adoptionNote: 'In 28 days',
  usedBy: '{recent} of {total} in the last 28 days, {ever} ever',
  emptyAdoption: 'Nothing has been used by five people yet.',
  stuck: 'Where people wait',
  stuckAt: 'Waiting at: {step}',
  emptyStuck: 'Nobody is waiting: no quest holds five people up.',
  privacy: 'Numbers only, never names. Groups of fewer than five people are left out.',
} as const satisfies Catalog;

/** Names of the company view's strings. */
export type CompanyKey = keyof typeof en;

/** The company view's strings in Chinese. */
export const zh: Catalog<CompanyKey> = {
  companyGrowth: '企业成长值',
  people: '人员',
  peopleTotal: '企业总人数',
  active7: '近 7 天活跃',
  active28: '近 28 天活跃',
  byLevel: '等级分布',
  peopleCount: '{count} 人',
  fewPeople: '不足 5 人',
  adoption: '功能使用',
  adoptionNote: '近 28 天',
  usedBy: '近 28 天 {recent} / {total} 人，累计 {ever} 人',
  emptyAdoption: '还没有任何功能被五人以上使用。',
  stuck: '停滞之处',
  stuckAt: '停在：{step}',
  emptyStuck: '没有停滞：没有任务让五人以上停下。',
  privacy: '只显示人数，不显示姓名。不足五人的分组不计入。',
};
