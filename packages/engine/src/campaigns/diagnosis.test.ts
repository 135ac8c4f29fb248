import { describe, expect, it } from 'vitest';
import { stampFact } from '../fact.js';
import { type CompanyFigures, companyFigures, diagnose } from './diagnosis.js';

const figures = (
  companyId: string,
  breadth: number,
  parts: Partial<CompanyFigures> = {},
): CompanyFigures => ({
  companyId,
  level: 1,
  activation: 1,
  breadth,
  depth: 1,
  stickiness: 1,
  momentum: 0,
  ...parts,
});

describe('a diagnosis', () => {
  const all = [
    figures('a', 0.1),
    figures('b', 0.2),
    figures('c', 0.2),
    figures('d', 0.9),
    figures('elsewhere', 0, { level: 2 }),
  ];

  it('compares with the companies at the same level alone', () => {
    expect(diagnose('a', all)).toEqual({
      companyId: 'a',
      level: 1,
      among: 4,
      percentiles: { activation: 50, breadth: 13, depth: 50, stickiness: 50, momentum: 50 },
      weakest: 'breadth',
    });
    expect(diagnose('b', all)?.percentiles.breadth).toBe(50);
    expect(diagnose('d', all)?.percentiles.breadth).toBe(88);
  });

  it('names the first of what is equally weak, and nothing for who is alone', () => {
    expect(diagnose('d', all)?.weakest).toBe('activation');
    expect(diagnose('elsewhere', all)).toMatchObject({ among: 1, weakest: null });
    expect(diagnose('nobody', all)).toBeNull();
  });

  it('is the same in whatever order companies come', () => {
    expect(diagnose('b', [...all].reverse())).toEqual(diagnose('b', all));
  });
});

describe('figures', () => {
  const fact = (userId: string, event: string, day: string, companyId = 'acme') =>
    stampFact(
      { id: `${userId}${event}${day}`, type: 'track', event, userId, timestamp: `${day}T10:00:00Z` },
      { companyId, role: null },
    );
  const outline = { companyId: 'acme', level: 2, people: 4, nodes: { reached: 1, all: 4 } };

  it('are of the four weeks up to a day', () => {
    const facts = [
      fact('ada', 'ship', '2026-03-28'),
      fact('ada', 'fix', '2026-03-28'),
      fact('ada', 'ship', '2026-03-01'),
      fact('bob', 'ship', '2026-03-10'),
      fact('bob', 'ship', '2026-02-28'),
      fact('cat', 'ship', '2026-03-29'),
      fact('dan', 'ship', '2026-03-20', 'umbra'),
      fact('', 'ship', '2026-03-20'),
    ];
    expect(companyFigures(outline, facts, '2026-03-28')).toEqual({
      companyId: 'acme',
      level: 2,
      activation: 0.25,
      breadth: 0.5,
      depth: 1.5,
      stickiness: 3 / 56,
      momentum: 0.5,
    });
  });

  it('of nothing are nought', () => {
    const empty = { ...outline, people: 0, nodes: { reached: 0, all: 0 } };
    expect(companyFigures(empty, [], '2026-03-28')).toMatchObject({
      activation: 0,
      breadth: 0,
      depth: 0,
      momentum: 0,
    });
  });
});
