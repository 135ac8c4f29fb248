import { describe, expect, it } from 'vitest';
import { parsePlaybook } from './playbook.js';
import { describeProblems } from './problem.js';

const rule = { id: 'ship', name: 'Shipped', event: 'feature.shipped', points: 40, outcome: 'value' };
const playbook = {
  specVersion: 1,
  id: 'demo',
  version: 1,
  name: 'Demo',
  rules: [rule],
  levels: [{ at: 0, title: 'New' }],
};

function faults(change: object): string {
  const parsed = parsePlaybook({ ...playbook, ...change });
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
}

describe('a broken playbook is refused with the path to the fault', () => {
  it('accepts a small right one and fills in its defaults', () => {
    const parsed = parsePlaybook(playbook);
    expect(parsed.ok && parsed.value.rules[0]?.measure).toEqual({ kind: 'count' });
  });

  it.each([
    [
      { rules: [rule, rule, rule, { ...rule, id: 'x', when: { rows: { $gt: 'ten' } } }] },
      'rules[3].when.rows.$gt: expected a number, got "ten"',
    ],
    [{ rules: [{ ...rule, points: 'ten' }] }, 'rules[0].points: expected a number, got "ten"'],
    [{ rules: [{ ...rule, points: 1.5 }] }, 'rules[0].points: expected a whole number'],
    [
      { rules: [{ ...rule, when: { $or: [{ a: { $near: 1 } }] } }] },
      'rules[0].when.$or[0].a.$near: expected one of $eq',
    ],
    [
      { rules: [{ ...rule, limit: { per: 'day', points: 10 } }] },
      'rules[0].limit.points: expected at least the 40 points',
    ],
    [
      {
        levels: [
          { at: 0, title: 'a' },
          { at: 0, title: 'b' },
        ],
      },
      'levels[1].at: expected more than 0, got 0',
    ],
    [
      { levels: [{ at: 0, title: 'a', benefits: ['gold-desk'] }] },
      'levels[0].benefits[0]: expected the id of a benefit',
    ],
    [{ colour: 'red' }, 'colour: expected no such key'],
  ])('%j', (change, message) => {
    expect(faults(change)).toContain(message);
  });
});
