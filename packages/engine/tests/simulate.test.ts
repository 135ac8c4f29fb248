import { compareFolds, tallyPoints } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playbookOf } from './folding.js';
import { FEWER, isExact, logs, playbooks } from './generated.js';

const rule = { id: 'ship', name: 'Ship', event: 'ship', points: 10, outcome: 'value' };

const currencies = [{ id: 'credits', name: 'Credits' }];

const levels = [0, 40].map((at) => ({ at, title: `At ${at}` }));

describe('a simulation', () => {
  it('of equal playbooks finds no difference', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const draft = { ...JSON.parse(JSON.stringify(playbook)), version: playbook.version + 1 };
        const comparison = compareFolds(tallyPoints(playbook, log), tallyPoints(draft, log));
        expect(comparison).toMatchObject({ isEmpty: true, people: [], companies: [], winners: 0, losers: 0 });
        for (const { live, draft: drafted } of comparison.rules) expect(drafted).toBe(live);
      }),
      FEWER,
    );
  });

  it('adds up: rules, outcomes, people and companies tell of the same points, and levels of the same people', () => {
    fc.assert(
      fc.property(playbooks, playbooks, logs, (live, draft, log) => {
        const facts = log.filter(isExact).map((fact) => ({ ...fact, companyId: fact.companyId || 'acme' }));
        const before = tallyPoints(live, facts);
        const comparison = compareFolds(before, tallyPoints(draft, facts));
        const sum = (rows: readonly { live: number; draft: number }[], of: 'live' | 'draft') =>
          rows.reduce((all, row) => all + row[of], 0);
        for (const of of ['live', 'draft'] as const) {
          expect(sum(comparison.rules, of)).toBe(comparison.points[of]);
          expect(sum(comparison.outcomes, of)).toBe(comparison.points[of]);
          expect(sum(comparison.levels, of)).toBe(before.people.length);
        }
        const change = (rows: readonly { live: number; draft: number }[]) =>
          sum(rows, 'draft') - sum(rows, 'live');
        expect(change(comparison.people) + change(comparison.companies)).toBe(change([comparison.points]));
        expect(comparison.winners + comparison.losers).toBeLessThanOrEqual(comparison.people.length);
      }),
      FEWER,
    );
  });

  it('shows what lapses as of the last day of the log', () => {
    const live = playbookOf({ levels, rules: [{ ...rule, points: 40 }] });
    const draft = playbookOf({ levels, rules: [{ ...rule, points: 40 }], expiry: { months: 6 } });
    const facts = ['ada 2025-12-31', 'bob 2026-02-01', 'bob 2026-08-22'].map((text, i) => {
      const [userId = '', day = ''] = text.split(' ');
      const fact = { companyId: '', role: null, event: 'ship', properties: {}, context: {} };
      return { ...fact, id: `e${i}`, userId, day, timestamp: `${day}T10:00:00Z` };
    });
    const {
      people,
      levels: worn,
      points,
    } = compareFolds(tallyPoints(live, facts), tallyPoints(draft, facts));
    expect(points).toEqual({ live: 120, draft: 120 });
    expect(people).toEqual([
      { companyId: '', userId: 'ada', live: 40, draft: 0, liveLevel: 1, draftLevel: 0 },
    ]);
    expect(worn).toEqual([
      { level: 0, live: 0, draft: 1 },
      { level: 1, live: 2, draft: 1 },
    ]);
  });

  it('tells who wins, who loses, and by how much', () => {
    const live = playbookOf({
      levels,
      currencies,
      rules: [rule, { ...rule, id: 'fix', earns: { credits: 3 }, event: 'fix', outcome: 'adoption' }],
    });
    const quest = { id: 'q', name: 'Q', steps: [{ name: 'Ship', event: 'ship', at: 2 }], outcome: 'value' };
    const draft = playbookOf({
      levels,
      currencies,
      rules: [{ ...rule, points: 20, to: 'both' }],
      quests: [{ ...quest, earns: { credits: 12 } }],
    });
    const member = { companyId: 'acme', role: null, timestamp: '2026-08-22T10:00:00Z', day: '2026-08-22' };
    const facts = ['ada ship', 'ada ship', 'bob fix', 'eve look'].map((text, i) => {
      const [userId = '', event = ''] = text.split(' ');
      return { ...member, id: `e${i}`, userId, event, properties: {}, context: {} };
    });
    expect(compareFolds(tallyPoints(live, facts), tallyPoints(draft, facts))).toEqual({
      isEmpty: false,
      points: { live: 30, draft: 80 },
      rules: [
        { ruleId: 'ship', outcome: 'value', live: 20, draft: 80 },
        { ruleId: 'fix', outcome: 'adoption', live: 10, draft: 0 },
      ],
      outcomes: [
        { outcome: 'value', live: 20, draft: 80 },
        { outcome: 'adoption', live: 10, draft: 0 },
      ],
      currencies: [{ currency: 'credits', live: 3, draft: 12 }],
      levels: [
        { level: 0, live: 3, draft: 2 },
        { level: 1, live: 0, draft: 1 },
      ],
      winners: 1,
      losers: 1,
      people: [
        { companyId: 'acme', userId: 'ada', live: 20, draft: 40, liveLevel: 0, draftLevel: 1 },
        { companyId: 'acme', userId: 'bob', live: 10, draft: 0, liveLevel: 0, draftLevel: 0 },
      ],
      companies: [{ companyId: 'acme', live: 0, draft: 40 }],
    });
  });
});
