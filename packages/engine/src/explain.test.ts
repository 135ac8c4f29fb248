import type { Cells } from '@waymark/contracts';
import { type Playbook, parsePlaybook } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { apply } from './apply.js';
import { compilePlaybook } from './compile.js';
import { explain } from './explain.js';
import { stampFact } from './fact.js';

const rule = { name: 'Ship', event: 'ship', points: 10, outcome: 'value' };
const medal = { shape: 'star', glyph: 'flag' };

function playbookOf(parts: object): Playbook {
  const levels = [{ at: 0, title: 'New' }];
  const parsed = parsePlaybook({
    specVersion: 1,
    id: 'p',
    version: 1,
    name: 'P',
    rules: [],
    levels,
    ...parts,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function factOf(id: string, properties = {}) {
  const timestamp = '2026-08-22T10:00:00+01:00';
  const event = { id, type: 'track', event: 'ship', userId: 'ada', timestamp, properties } as const;
  return stampFact(event, { companyId: 'acme', role: 'member' });
}

/** Verdicts by id, and what else differs from nothing. */
function told(parts: object, properties = {}, before: object[] = []) {
  const program = compilePlaybook(playbookOf(parts));
  const cells = before.reduce<Cells>(
    (state, some, i) => apply(state, factOf(`b${i}`, some), program).state,
    {},
  );
  return explain(cells, factOf('e', properties), program);
}

describe('an explanation', () => {
  it('names the part of a condition that does not hold, and what was there', () => {
    const when = {
      bot: { $ne: true },
      files: { $gte: 3, $lt: 9 },
      $or: [{ area: 'api' }, { $role: 'owner' }],
    };
    const [one] = told({ rules: [{ ...rule, id: 'r', when }] }, { files: 2, bot: true });
    expect(one).toMatchObject({ kind: 'rule', id: 'r', verdict: 'condition', points: 0 });
    expect(one?.faults).toEqual([
      { path: 'bot.$ne', expected: true, actual: true },
      { path: 'files.$gte', expected: 3, actual: 2 },
      { path: '$or', expected: [{ area: 'api' }, { $role: 'owner' }] },
    ]);
  });

  it('looks into $and, and tells what is missing', () => {
    const when = { $and: [{ files: 1 }, { area: { $exists: true }, '$user.plan': 'pro' }] };
    expect(told({ rules: [{ ...rule, id: 'r', when }] }, { files: 1 })[0]?.faults).toEqual([
      { path: '$and[1].area.$exists', expected: true, actual: undefined },
      { path: '$and[1].$user.plan', expected: 'pro', actual: undefined },
    ]);
  });

  it('tells what counted, what a limit cut and what brought nothing new', () => {
    const rules = [
      { ...rule, id: 'free', to: 'both' },
      { ...rule, id: 'cut', limit: { per: 'day', points: 15 } },
      { ...rule, id: 'seen', measure: { kind: 'distinct', of: 'area' } },
      { ...rule, id: 'other', event: 'fix' },
    ];
    expect(told({ rules }, { area: 'api' }, [{ area: 'api' }])).toMatchObject([
      { id: 'free', verdict: 'counted', points: 10, companyPoints: 10, capped: null },
      { id: 'cut', verdict: 'capped', points: 5, capped: 'day' },
      { id: 'seen', verdict: 'unchanged', points: 0 },
    ]);
  });

  it('tells of dates, hours and trust, and of a bonus whose rule did not match', () => {
    const rules = [
      { ...rule, id: 'early', valid: { until: '2026-08-21' } },
      { ...rule, id: 'late', hours: { from: 12 } },
      { ...rule, id: 'signed', trust: 'server', when: { files: 1 } },
      { ...rule, id: 'plain' },
    ];
    const bonuses = [
      { id: 'more', name: 'More', of: 'early', percent: 50 },
      { id: 'most', name: 'Most', of: 'plain', percent: 50, when: { files: 7 } },
    ];
    expect(told({ rules, bonuses }).map(({ kind, id, verdict }) => `${kind} ${id} ${verdict}`)).toEqual([
      'rule early dates',
      'rule late hours',
      'rule signed trust',
      'rule plain counted',
      'bonus more dates',
      'bonus most condition',
    ]);
  });

  it('covers badges, quests and streaks', () => {
    const tiers = [{ tier: 'bronze', at: 1 }];
    const step = { name: 'Step', event: 'ship', at: 2 };
    const parts = {
      badges: [{ id: 'b', name: 'B', description: 'B', event: 'ship', tiers, medal }],
      quests: [
        { id: 'q', name: 'Q', steps: [step], points: 5, outcome: 'value' },
        { id: 'x', name: 'X', steps: [{ ...step, when: { files: 1 } }], outcome: 'value' },
      ],
      streaks: [{ id: 's', name: 'S', unit: 'day', events: [{ event: 'ship' }] }],
    };
    const verdicts = (before: object[]) =>
      told(parts, {}, before).map(({ kind, id, verdict, points }) => `${kind} ${id} ${verdict} ${points}`);
    expect(verdicts([])).toEqual([
      'quest q unchanged 0',
      'quest x condition 0',
      'badge b counted 0',
      'streak s counted 0',
    ]);
    expect(verdicts([{}])[0]).toBe('quest q counted 5');
    expect(verdicts([{}])[2]).toBe('badge b unchanged 0');
  });
});
