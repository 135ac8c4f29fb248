import { drawFrom, pick } from './chance.js';
import type { WorkEvent } from './work.js';

/** A made-up title in both languages. */
export interface Title {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** A made-up project. */
export interface Project {
  readonly key: string;
  readonly name: Title;
}

type Pair = readonly [en: string, zh: string];

/** The made-up projects of every company. */
export const PROJECTS: readonly [Project, ...Project[]] = [
  { key: 'HBR', name: { en: 'Harbor', 'zh-CN': '港湾' } },
  { key: 'LTH', name: { en: 'Lighthouse', 'zh-CN': '灯塔' } },
  { key: 'FRY', name: { en: 'Ferry', 'zh-CN': '渡轮' } },
  { key: 'TDL', name: { en: 'Tideline', 'zh-CN': '潮线' } },
  { key: 'BKW', name: { en: 'Breakwater', 'zh-CN': '防波堤' } },
];

const THINGS: readonly [Pair, ...Pair[]] = [
  ['the export queue', '导出队列'],
  ['the search index', '搜索索引'],
  ['file previews', '文件预览'],
  ['the audit trail', '审计记录'],
  ['bulk editing', '批量编辑'],
  ['the invite flow', '邀请流程'],
  ['webhook retries', '回调重试'],
  ['calendar sync', '日历同步'],
  ['saved filters', '已存筛选'],
  ['the mobile sidebar', '移动端侧栏'],
  ['report totals', '报表合计'],
  ['the upload limit', '上传限制'],
  ['date parsing', '日期解析'],
  ['permission checks', '权限校验'],
  ['the import wizard', '导入向导'],
  ['notification digests', '通知摘要'],
];

const TEMPLATES: Record<WorkEvent, readonly [Pair, ...Pair[]]> = {
  'feature.shipped': [
    ['Undo for {}', '{}支持撤销'],
    ['Keyboard shortcuts for {}', '{}键盘快捷键'],
    ['{} for whole teams', '面向团队的{}'],
    ['Templates for {}', '{}模板'],
  ],
  'bug.fixed': [
    ['Empty input breaks {}', '空输入导致{}出错'],
    ['{}: wrong order after a reload', '刷新后{}顺序错乱'],
    ['Slow first load of {}', '{}首次加载缓慢'],
    ['{}: off by one at midnight', '跨零点时{}结果偏差'],
  ],
  'review.merged': [
    ['Rework {}', '重构{}'],
    ['Cache {}', '缓存{}'],
    ['Simplify {}', '简化{}'],
  ],
  'release.cut': [['Stable release', '稳定版']],
  'change.committed': [
    ['Tidy up {}', '整理{}'],
    ['Split {} into parts', '拆分{}'],
    ['Make {} faster', '加速{}'],
    ['Clearer names in {}', '优化{}命名'],
  ],
  'doc.written': [
    ['How {} works', '{}工作原理'],
    ['Guide: setting up {}', '指南：配置{}'],
    ['Questions about {}', '{}常见问题'],
  ],
  'test.added': [
    ['Edge cases of {}', '{}边界用例'],
    ['{} under load', '{}压力用例'],
    ['{} in all time zones', '多时区{}用例'],
  ],
};

/** The project that a seed belongs to. */
export const projectOf = (seed: string): Project => pick(PROJECTS, `${seed} project`);

/** A title for a piece of work; releases are named by their version. */
export function titleOf(event: WorkEvent, seed: string): Title {
  if (event === 'release.cut') {
    const version = `${1 + drawFrom(4, `${seed} major`)}.${drawFrom(40, `${seed} minor`)}.${drawFrom(9, `${seed} patch`)}`;
    const { name } = projectOf(seed);
    return { en: `${name.en} ${version}`, 'zh-CN': `${name['zh-CN']} ${version}` };
  }
  const [en, zh] = pick(TEMPLATES[event], `${seed} template`);
  const [thing, thingZh] = pick(THINGS, `${seed} thing`);
  const title = en.replace('{}', thing);
  return { en: title.charAt(0).toUpperCase() + title.slice(1), 'zh-CN': zh.replace('{}', thingZh) };
}
