import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '../playbook.js';
import { describeProblems } from '../problem.js';

const base = { specVersion: 1, id: 'p', version: 1, name: 'P', rules: [], levels: [{ at: 0, title: 'New' }] };

function faults(when: unknown): string {
  const parsed = parsePlaybook({ ...base, audiences: [{ id: 'a', name: 'A', when }] });
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
}

describe('audiences', () => {
  it.each([
    {},
    {
      '$user.plan': 'pro',
      '$company.seats.used': { $gte: 3 },
      $role: 'administrator',
      $region: { $in: ['DE', 'CN'] },
    },
    { $or: [{ $online: true }, { $not: { '$badge.shipper': { $exists: true } } }] },
    { '$stage.first-year': 'trial', '$node.first-year.shared': { $in: ['open', 'missed'] } },
    { '$diagnosis.breadth': { $lt: 25 }, $weakest: 'breadth', '$campaign.hello': { $ne: 'completed' } },
    {
      $events: {
        event: 'report.shared',
        where: { rows: { $gte: 10 } },
        by: 'company',
        days: 7,
        count: { $lt: 3 },
      },
    },
    { $events: { event: 'report.shared', count: 0 } },
    { $growth: { $gte: 10 }, $level: 0, $companyLevel: { $gte: 0 }, $audience: 'b', $language: 'de' },
  ])('%j is one', (when) => {
    expect(faults(when)).toBe('none');
  });

  it.each([
    [{ plan: 'pro' }, 'audiences[0].when.plan: expected $and, $or, $not, $userId'],
    [{ $event: 'x' }, 'audiences[0].when.$event: expected'],
    [{ '$diagnosis.mood': 1 }, 'audiences[0].when.$diagnosis.mood: expected'],
    [{ '$node.only': 'open' }, 'audiences[0].when.$node.only: expected'],
    [{ $role: { $near: 1 } }, 'audiences[0].when.$role.$near: expected one of $eq'],
    [{ $audience: { $in: ['a'] } }, 'audiences[0].when.$audience: expected a text'],
    [{ $audience: 'Not A Slug' }, 'audiences[0].when.$audience: expected lower case words'],
    [{ $events: 'x' }, 'audiences[0].when.$events: expected an object, got "x"'],
    [{ $events: { event: 'x', days: 400 } }, 'audiences[0].when.$events.days: expected at most 366'],
    [{ $events: { event: 'x', hours: 4 } }, 'audiences[0].when.$events.hours: expected no such key'],
    [
      { $and: [{ $events: { event: 'x', count: 'many' } }] },
      'audiences[0].when.$and[0].$events.count: expected a whole number, or',
    ],
    [
      { $events: { event: 'x', where: { a: { $gt: 'b' } } } },
      'audiences[0].when.$events.where.a.$gt: expected a number',
    ],
    [{ $events: { event: '$void' } }, 'audiences[0].when.$events.event: expected an event'],
    [
      { $userId: { $in: Array(1_001).fill('x') } },
      'audiences[0].when: expected at most 1000 values in a list',
    ],
    [
      Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`$user.t${i}`, 1])),
      'expected at most 100 keys',
    ],
    [nested(10), 'expected at most 8 levels'],
    [[], 'audiences[0].when: expected an object of conditions'],
  ])('%j is refused', (when, message) => {
    expect(faults(when)).toContain(message);
  });

  it('are refused, not fallen over, however deep they are', () => {
    expect(faults(nested(3_000))).toContain('expected at most 8 levels');
    expect(faults({ $events: { event: 'x', where: nested(3_000) } })).toContain('expected at most 8 levels');
    expect(faults({ $and: [Array(200_000).fill(1)] })).toContain('expected at most 1000 values');
  });

  it('do not name themselves, not by way of others either', () => {
    const named = (id: string, ...names: string[]) => ({
      id,
      name: id,
      when: { $and: names.map(($audience) => ({ $not: { $audience } })) },
    });
    const ask = (...audiences: object[]) => {
      const parsed = parsePlaybook({ ...base, audiences });
      return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
    };
    expect(ask(named('a', 'b', 'c'), named('b', 'c'), named('c', 'nobody'))).toEqual([]);
    expect(ask(named('a', 'b'), named('b', 'c'), named('c', 'b'))).toEqual([
      'audiences[1].when: expected audiences that do not name "b" in turn',
      'audiences[2].when: expected audiences that do not name "c" in turn',
    ]);
  });
});

function nested(depth: number): object {
  return depth === 0 ? { $role: 'x' } : { $not: nested(depth - 1) };
}
