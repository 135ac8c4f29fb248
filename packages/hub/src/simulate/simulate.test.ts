import { type Fact, stampFact } from '@waymark/engine';
import { describe, expect, it } from 'vitest';
import { eventOf, PLAYBOOK_INPUT, playbookOf } from '../../tests/fixture.js';
import { lastDays } from './facts.js';
import { reportOf } from './report.js';
import { simulate } from './simulate.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const live = playbookOf();
const draft = playbookOf({ version: 2, rules: [{ ...ship, points: 100 }, commit] });

const factOf = (userId: string, day: string): Fact =>
  stampFact(eventOf({ userId, timestamp: `${day}T10:00:00Z` }), { companyId: 'acme', role: null });
const facts = [factOf('ann', '2026-08-01'), factOf('ann', '2026-08-20'), factOf('ben', '2026-08-22')];

describe('a simulation', () => {
  it('shows what a draft would change', () => {
    const { comparison, ...about } = simulate(facts, live, draft);
    expect(about).toMatchObject({ events: 3, from: '2026-08-01', to: '2026-08-22', draft: { version: 2 } });
    expect(comparison).toMatchObject({
      isEmpty: false,
      points: { live: 120, draft: 300 },
      winners: 2,
      losers: 0,
    });
    const text = reportOf(simulate(facts, live, draft), live, draft);
    expect(text).toContain('3 events from 2026-08-01 to 2026-08-22');
    expect(text).toMatch(/Shipped +120 +300 +\+180/);
    expect(text).toMatch(/3 Pillar +0 +2 +\+2/);
    expect(text).toMatch(/ann in acme +80 +200 +\+120/);
    expect(text.split('\n').every((line) => line.length <= 200)).toBe(true);
  });

  it('of the same playbook, or without events, changes nothing', () => {
    expect(simulate(facts, live, live).comparison.isEmpty).toBe(true);
    expect(reportOf(simulate(facts, live, live), live, live)).toContain('The draft changes nothing');
    expect(simulate([], live, draft)).toMatchObject({ events: 0, from: null, comparison: { isEmpty: true } });
  });

  it('can be of the last days alone, counted from the latest', () => {
    expect(lastDays(facts, 3).map(({ day }) => day)).toEqual(['2026-08-20', '2026-08-22']);
    expect(lastDays(facts, 2).map(({ day }) => day)).toEqual(['2026-08-22']);
    expect(lastDays(facts, null)).toBe(facts);
    expect(lastDays([], 3)).toEqual([]);
  });
});
