import type { WorkEvent } from './work.js';

interface WorkWords {
  /** What it is. */
  readonly kind: string;
  /** The button. */
  readonly act: string;
  /** After the button. */
  readonly done: string;
  /** "… shipped", in the feed after a name. */
  readonly did: string;
}

const en = {
  tagline: 'Engineering work tracker',
  tabs: { overview: 'Overview', changes: 'Changes', reviews: 'Reviews', releases: 'Releases', docs: 'Docs' },
  sections: 'Sections',
  greeting: (hour: number, name: string) =>
    `Good ${hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'}, ${name}`,
  lead: (company: string, people: string, projects: string) =>
    `${company} · ${people} people · ${projects} projects`,
  desk: 'On your desk',
  deskLead: 'Finish something. Waymark sees it, and your growth moves.',
  latest: 'Latest in your company',
  lists: {
    changes: 'Changes, fixes and tests',
    reviews: 'Reviews merged',
    releases: 'Features and releases',
    docs: 'Documentation',
  },
  search: 'Search titles and people',
  none: 'Nothing here yet.',
  noMatch: 'Nothing matches your search.',
  failed: 'This list could not be loaded.',
  retry: 'Try again',
  projects: 'Projects',
  projectCount: (shown: string) => `${shown} pieces of work lately`,
  shelf: 'All time',
  files: (count: number, shown: string) => (count === 1 ? '1 file' : `${shown} files`),
  you: 'You',
  bot: 'bot',
  switchPerson: 'Switch person',
  switchLead: 'Sign in as anybody. Open two windows with two people of one company and watch the ranking.',
  findPerson: 'Name or id',
  allCompanies: 'All companies',
  company: 'Company',
  found: (shown: string, total: string) => `${shown} of ${total} people`,
  events: (shown: string) => `${shown} events`,
  newWindow: 'in a new window',
  nobody: 'Nobody found.',
  close: 'Close',
  language: 'Language',
  theme: { auto: 'Colours: automatic', light: 'Colours: light', dark: 'Colours: dark' },
  about:
    'This is a demo. The activity is real, from the public histories of open source projects; every name and title is made up. Signing in by address exists only here.',
  console: 'Operators’ console',
  work: {
    'feature.shipped': { kind: 'Feature', act: 'Ship it', done: 'Shipped', did: 'shipped' },
    'bug.fixed': { kind: 'Bug', act: 'Mark fixed', done: 'Fixed', did: 'fixed' },
    'review.merged': { kind: 'Review', act: 'Approve and merge', done: 'Merged', did: 'reviewed' },
    'release.cut': { kind: 'Release', act: 'Cut release', done: 'Released', did: 'released' },
    'change.committed': { kind: 'Change', act: 'Commit', done: 'Committed', did: 'committed' },
    'doc.written': { kind: 'Doc', act: 'Publish', done: 'Published', did: 'wrote' },
    'test.added': { kind: 'Test', act: 'Add test', done: 'Added', did: 'tested' },
  } as Record<WorkEvent, WorkWords>,
};

/** All words of the product. */
export type Words = typeof en;

const zhCN: Words = {
  tagline: '工程协作平台',
  tabs: { overview: '总览', changes: '变更', reviews: '评审', releases: '发布', docs: '文档' },
  sections: '栏目',
  greeting: (hour, name) => `${hour < 12 ? '早上好' : hour < 18 ? '下午好' : '晚上好'}，${name}`,
  lead: (company, people, projects) => `${company} · ${people} 人 · ${projects} 个项目`,
  desk: '待办工作',
  deskLead: '完成一项工作，Waymark 会看到，您的成长值随之增长。',
  latest: '公司最新动态',
  lists: { changes: '变更、修复与测试', reviews: '已合入的评审', releases: '功能与版本', docs: '文档' },
  search: '搜索标题或人员',
  none: '这里还没有内容。',
  noMatch: '没有符合搜索的内容。',
  failed: '列表加载失败。',
  retry: '重试',
  projects: '项目',
  projectCount: (shown) => `近期 ${shown} 项工作`,
  shelf: '累计',
  files: (_count, shown) => `${shown} 个文件`,
  you: '您',
  bot: '机器人',
  switchPerson: '切换人员',
  switchLead: '可以任何人的身份登录。用两个窗口登录同一企业的两个人，观察排名变化。',
  findPerson: '姓名或编号',
  allCompanies: '全部企业',
  company: '企业',
  found: (shown, total) => `显示 ${shown} 人，共 ${total} 人`,
  events: (shown) => `${shown} 个事件`,
  newWindow: '在新窗口打开',
  nobody: '没有找到。',
  close: '关闭',
  language: '语言',
  theme: { auto: '配色：跟随系统', light: '配色：浅色', dark: '配色：深色' },
  about:
    '这是一个演示。活动数据真实，来自开源项目的公开历史；所有姓名与标题均为虚构。通过网址登录仅存在于此演示中。',
  console: '运营台',
  work: {
    'feature.shipped': { kind: '功能', act: '交付', done: '已交付', did: '交付了' },
    'bug.fixed': { kind: '缺陷', act: '标记为已修复', done: '已修复', did: '修复了' },
    'review.merged': { kind: '评审', act: '通过并合入', done: '已合入', did: '评审了' },
    'release.cut': { kind: '版本', act: '发布', done: '已发布', did: '发布了' },
    'change.committed': { kind: '变更', act: '提交', done: '已提交', did: '提交了' },
    'doc.written': { kind: '文档', act: '发表', done: '已发表', did: '撰写了' },
    'test.added': { kind: '测试', act: '添加测试', done: '已添加', did: '测试了' },
  },
};

const WORDS = { en, 'zh-CN': zhCN };
/** A language of the product. */
export type Language = keyof typeof WORDS;

/** The words of a language. */
export const wordsOf = (language: Language): Words => WORDS[language];
