import { describe, expect, it } from 'vitest';
import { campaignOf, campaignPlaybook } from '../../tests/people.js';
import { stampFact } from '../fact.js';
import { clauseKey, countEvents, eventClausesOf } from './event-clause.js';

const count = (event: string, where?: object) => ({ $events: { event, ...(where && { where }) } });

describe('events to be counted', () => {
  it('are those of audiences, lifecycles and checklists, each once', () => {
    const checklist = { kind: 'checklist', items: [{ id: 'i', name: 'I', event: 'invite' }] };
    const playbook = campaignPlaybook(
      [
        campaignOf('a', { audience: { $or: [count('share', { b: 1, a: 2 }), { $not: count('ship') }] } }),
        campaignOf('b', {
          content: checklist,
          experiment: {
            by: 'user',
            holdout: 0,
            arms: [
              { id: 'x', weight: 1 },
              {
                id: 'y',
                weight: 1,
                content: { kind: 'checklist', items: [{ id: 'i', name: 'I', event: 'fix' }] },
              },
            ],
          },
        }),
      ],
      {
        audiences: [{ id: 'n', name: 'N', when: { $and: [count('share', { a: 2, b: 1 })] } }],
        lifecycles: [
          {
            id: 'l',
            name: 'L',
            of: 'user',
            stages: [
              { id: 's', name: 'S', from: { day: 0 }, nodes: [{ id: 'o', name: 'O', event: 'ship', by: 1 }] },
            ],
          },
        ],
      },
    );
    expect(eventClausesOf(playbook).map(({ key }) => key)).toEqual([
      'fix',
      'invite',
      'share {"a":2,"b":1}',
      'ship',
    ]);
  });

  it('are told apart by whose they are', () => {
    const by = (event: string, of: 'user' | 'company') => ({ $events: { event, by: of } });
    const item = (event: string, of?: string) => ({ id: event, name: event, event, ...(of && { by: of }) });
    const playbook = campaignPlaybook(
      [
        campaignOf('a', { audience: { $and: [by('ship', 'user'), by('share', 'company'), count('fix')] } }),
        campaignOf('b', { content: { kind: 'checklist', items: [item('ship', 'company'), item('invite')] } }),
      ],
      {
        lifecycles: [
          {
            id: 'l',
            name: 'L',
            of: 'company',
            stages: [
              { id: 's', name: 'S', from: { day: 0 }, nodes: [{ id: 'o', name: 'O', event: 'pay', by: 1 }] },
            ],
          },
        ],
      },
    );
    const keys = (of?: 'user' | 'company') => eventClausesOf(playbook, of).map(({ key }) => key);
    expect(keys('user')).toEqual(['fix', 'invite', 'ship']);
    expect(keys('company')).toEqual(['pay', 'share', 'ship']);
    expect(keys()).toEqual(['fix', 'invite', 'pay', 'share', 'ship']);
  });

  it('are counted by day, and once, however often they come', () => {
    const fact = (id: string, event: string, day: string, properties = {}) =>
      stampFact(
        { id, type: 'track', event, userId: 'ada', timestamp: `${day}T10:00:00Z`, properties },
        { companyId: 'acme', role: null },
      );
    const where = { rows: { $gte: 3 } };
    const clauses = [
      { key: 'share', event: 'share' },
      { key: clauseKey('share', where), event: 'share', where },
    ];
    const facts = [
      fact('1', 'share', '2026-03-01'),
      fact('2', 'share', '2026-03-01', { rows: 3 }),
      fact('2', 'share', '2026-03-01', { rows: 3 }),
      fact('3', 'share', '2026-03-02'),
      fact('4', 'ship', '2026-03-02'),
    ];
    expect(JSON.parse(JSON.stringify(countEvents(clauses, facts)))).toEqual({
      share: { '2026-03-01': 2, '2026-03-02': 1 },
      'share {"rows":{"$gte":3}}': { '2026-03-01': 1 },
    });
  });
});
