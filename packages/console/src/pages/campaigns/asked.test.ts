import type { AudienceCondition } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { en } from '../../words/en.js';
import { zhCN } from '../../words/zh-cn.js';
import { askedText } from './asked.js';

describe('an audience in words', () => {
  it.each<[AudienceCondition | undefined, string, string]>([
    [undefined, 'everybody', '所有人'],
    [{ $role: 'administrator' }, 'role is administrator', '角色为 administrator'],
    [
      { '$user.plan': { $in: ['pro', 'team'] }, $level: { $gte: 2, $lt: 5 } },
      'user plan is one of pro or team, and level is at least 3, and level is under 6',
      '用户 plan 属于 pro 或 team，且等级不低于 3，且等级低于 6',
    ],
    [
      { $or: [{ $online: true }, { $not: { '$company.stage': 'gone' } }] },
      'online now is yes or not (company stage is gone)',
      '当前在线为 是 或 非（企业 stage 为 gone）',
    ],
    [
      { $events: { event: 'share', where: { rows: { $gt: 3 } }, by: 'company', days: 7, count: { $lt: 1 } } },
      'events share (where rows is over 3) of the company in 7 days is under 1',
      '企业最近 7 天 share（其中 rows 高于 3）的次数低于 1',
    ],
    [
      { $events: { event: 'share' } },
      'events share of the person is at least 1',
      '本人 share 的次数不低于 1',
    ],
    [
      { '$badge.shipper': { $exists: false }, $audience: 'admins' },
      'badge shipper is not there, and in the audience admins',
      '没有勋章 shipper，且属于人群 admins',
    ],
    [{ '$user.__proto__': null }, 'user __proto__ is nothing', '用户 __proto__ 为 无'],
    [
      { $role: 'member', $or: [{ $level: 1 }, { $and: [{ $level: 2 }, { $or: [{ $region: 'CN' }, {}] }] }] },
      'role is member, and (level is 2 or (level is 3, and (region is CN or everybody)))',
      '角色为 member，且（等级为 2 或 （等级为 3，且（地区为 CN 或 所有人）））',
    ],
  ])('says what %j asks for', (condition, english, chinese) => {
    expect(askedText(condition, en.asked)).toBe(english);
    expect(askedText(condition, zhCN.asked)).toBe(chinese);
  });
});
