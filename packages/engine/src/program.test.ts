import { type Playbook, parsePlaybook } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { apply } from './apply.js';
import { predictionBasis } from './basis.js';
import { addDays } from './calendar.js';
import { growthOf } from './cells.js';
import { compilePlaybook } from './compile.js';
import { type Fact, stampFact } from './fact.js';
import { createFold } from './fold.js';
import { nextStep } from './next-step.js';
import { createPrediction } from './prediction.js';

const DAY = '2026-08-22';

function playbookOf(parts: object): Playbook {
  const document = {
    specVersion: 1,
    id: 'p',
    version: 7,
    name: 'P',
    rules: [],
    levels: [{ at: 0, title: 'New' }],
  };
  const parsed = parsePlaybook({ ...document, ...parts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const ship = { id: 'ship', name: 'Shipped', event: 'ship', points: 40, outcome: 'value' };
const daily = { ...ship, id: 'daily', points: 60, limit: { per: 'day', points: 100 } };

function factOf(id: string, day = DAY, properties = {}): Fact {
  const event = {
    id,
    type: 'track',
    event: 'ship',
    userId: 'ada',
    timestamp: `${day}T10:00:00Z`,
    properties,
  } as const;
  return stampFact(event, { companyId: 'acme', role: null });
}

describe('awards of points', () => {
  it.each([
    ['none', undefined, [DAY, '2026-W34', '2026-08', '2026-Q3', '2026', 'all']],
    ['day', 'day', [DAY, '2026-W34', '2026-08', '2026-Q3', '2026', 'all']],
    ['week', 'week', ['2026-W34', '2026-08', '2026-Q3', '2026', 'all']],
    ['month', 'month', ['2026-08', '2026-Q3', '2026', 'all']],
    ['lifetime', 'lifetime', ['all']],
  ])('with a limit per %s count in the windows that hold its period', (period, per, windows) => {
    const program = compilePlaybook(
      playbookOf({ rules: [{ ...ship, ...(per && { limit: { per, points: 40 } }) }] }),
    );
    const [award] = apply({}, factOf('e1'), program).awards;
    expect(award).toMatchObject({ kind: 'points', version: 7, eventId: 'e1', period, windows });
  });

  it('of a week count where its Thursday lies', () => {
    const program = compilePlaybook(playbookOf({ rules: [{ ...ship, limit: { per: 'week', points: 40 } }] }));
    const [award] = apply({}, factOf('e1', '2024-12-30'), program).awards;
    expect(award).toMatchObject({ windows: ['2025-W01', '2025-01', '2025-Q1', '2025', 'all'] });
  });
});

describe('a program', () => {
  it('forgets days it remembered without a difference', () => {
    const program = compilePlaybook(playbookOf({ rules: [daily] }));
    const folding = createFold(program);
    for (let i = 0; i < 5_000; i++) folding.push(factOf(`a${i}`, addDays(DAY, i)));
    for (let i = 0; i < 5_000; i++) folding.push(factOf(`b${i}`, addDays(DAY, i)));
    const [member] = folding.members();
    expect(member && growthOf(member.cells)).toBe(5_000 * 100);
  });

  it('begins at nought where a rule of the same id measures anew', () => {
    const counted = compilePlaybook(playbookOf({ rules: [daily] }));
    const distinct = { ...daily, measure: { kind: 'distinct', of: 'area' } };
    const renewed = compilePlaybook(playbookOf({ version: 8, rules: [distinct] }));
    const { state } = apply({}, factOf('e1'), counted);
    const { awards } = apply(state, factOf('e2', DAY, { area: 'api' }), renewed);
    expect(awards).toMatchObject([{ points: 60, version: 8 }]);
  });
});

describe('a fold', () => {
  it('counts events, people, companies and members', () => {
    const folding = createFold(compilePlaybook(playbookOf({})));
    const facts = [
      factOf('a'),
      { ...factOf('b'), companyId: 'umbra' },
      { ...factOf('c'), userId: 'bob', companyId: '' },
      { ...factOf('d'), userId: '' },
      factOf('a'),
    ];
    for (const fact of facts) folding.push(fact);
    expect(folding.counts()).toEqual({ events: 4, duplicates: 1, users: 2, companies: 2, members: 3 });
  });
});

describe('the next step', () => {
  it('is what brings most now, and null when nothing does', () => {
    const lifetime = { ...ship, limit: { per: 'lifetime', points: 40 } };
    const program = compilePlaybook(playbookOf({ rules: [lifetime, daily] }));
    expect(nextStep(program, {}, DAY)).toEqual({ ruleId: 'daily', points: 60 });
    const once = apply({}, factOf('e1'), program).state;
    expect(nextStep(program, once, DAY)).toEqual({ ruleId: 'daily', points: 40 });
    const twice = apply(once, factOf('e2'), program).state;
    expect(nextStep(program, twice, DAY)).toBeNull();
    expect(nextStep(program, twice, addDays(DAY, 1))).toEqual({ ruleId: 'daily', points: 60 });
  });
});

describe('the basis of a prediction', () => {
  it('leaves out what no event of today can touch', () => {
    const program = compilePlaybook(
      playbookOf({ rules: [daily, { ...daily, id: 'w', limit: { per: 'week', points: 99 } }] }),
    );
    let cells = {};
    for (const [id, day] of Object.entries({ a: '2026-07-01', b: '2026-08-01', c: '2026-08-21', d: DAY })) {
      cells = apply(cells, factOf(id, day), program).state;
    }
    const basis = predictionBasis(cells, DAY);
    expect(Object.keys(basis).sort()).toEqual(['2026-08', 'all']);
    expect(Object.keys(basis['2026-08'] ?? {}).sort()).toEqual(
      ['rule:daily@2026-08-21', `rule:daily@${DAY}`, 'rule:w@2026-W34'].sort(),
    );
  });
});

describe('a prediction', () => {
  it('writes entries as the hub does, newest first', () => {
    const prediction = createPrediction({ playbook: playbookOf({ rules: [ship, daily] }), cells: {} });
    prediction.predict(factOf('e1'));
    prediction.predict(factOf('e2'));
    expect(prediction.entries().map(({ id, points, capped }) => [id, points, capped])).toEqual([
      ['e2:daily', 40, 'day'],
      ['e2:ship', 40, null],
      ['e1:daily', 60, null],
      ['e1:ship', 40, null],
    ]);
    expect(prediction.entries()[0]).toEqual({
      id: 'e2:daily',
      eventId: 'e2',
      event: 'ship',
      ruleId: 'daily',
      ruleName: 'Shipped',
      points: 40,
      capped: 'day',
      timestamp: `${DAY}T10:00:00Z`,
      playbookVersion: 7,
    });
  });

  it('scores under the playbook that the hub sends with a new basis', () => {
    const prediction = createPrediction({ playbook: playbookOf({ rules: [ship] }), cells: {} });
    prediction.predict(factOf('e1'));
    prediction.rebase({ playbook: playbookOf({ rules: [{ ...ship, points: 7 }] }), cells: {} });
    expect(prediction.growth()).toBe(7);
    expect(prediction.entries().map(({ eventId }) => eventId)).toEqual(['e1']);
  });
});
