import { describe, expect, it } from 'vitest';
import { playbookOf } from '../../tests/fixture.js';
import { badgeViews, predictionView } from './playbook-views.js';

const cells = { all: { growth: 40, events: 3, 'badge:hidden': 1, 'badge:shipper': 2, 'rule:x': 1 } };
const TOP = { level: 9, companyLevel: 9 };

describe('a secret badge', () => {
  it('shows nothing before it is earned', () => {
    const [, hidden] = badgeViews(playbookOf(), cells, [], TOP);
    expect(hidden).toEqual({
      id: 'hidden',
      name: null,
      description: null,
      medal: null,
      secret: true,
      progress: 0,
      tiers: [],
    });
  });
  it('shows all once it is earned', () => {
    const gold = { badgeId: 'hidden', tier: 'gold', earnedAt: '2026-08-22T10:00:00Z' };
    const [, hidden] = badgeViews(playbookOf(), cells, [gold], TOP);
    expect(hidden).toMatchObject({
      name: 'Hidden name',
      progress: 1,
      tiers: [{ tier: 'gold', earnedAt: '2026-08-22T10:00:00Z' }],
    });
  });
  it('does not show through what foretells points', () => {
    const text = JSON.stringify(predictionView(playbookOf(), cells, '2026-08-22'));
    expect(text).not.toContain('idden');
    expect(text).toContain('rule:x');
  });
});

describe('what foretells points', () => {
  it('says nothing of whom campaigns are for, nor of campaigns at all', () => {
    const audiences = [{ id: 'whales', name: 'Whales', when: { '$company.plan': 'gold' } }];
    const playbook = { ...playbookOf(), audiences, campaigns: [], lifecycles: [], limitGroups: [] };
    const view = predictionView(playbook, cells, '2026-08-22').playbook;
    expect(JSON.stringify(view)).not.toContain('hales');
    expect(Object.keys(view)).not.toContain('campaigns');
    expect(Object.keys(view)).toContain('levels');
  });
});
