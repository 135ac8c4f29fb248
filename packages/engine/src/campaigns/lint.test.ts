import { type Playbook, parsePlaybook } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { campaignOf } from '../../tests/people.js';
import type { Seen } from '../finding.js';
import { lintPlaybook } from '../lint.js';
import { isContradictory } from './contradiction.js';

const text = { kind: 'text', text: { en: 'Hi', de: 'Hallo' } };
const badge = {
  id: 'shipper',
  name: 'Shipper',
  description: 'Ships',
  event: 'ship',
  tiers: [
    { tier: 'bronze', at: 1 },
    { tier: 'gold', at: 9 },
  ],
  medal: { shape: 'star', glyph: 'flag' },
};
const lifecycle = {
  id: 'first',
  name: 'First',
  of: 'user',
  stages: [
    { id: 'new', name: 'New', from: { day: 0 }, nodes: [{ id: 'shared', name: 'S', event: 'share', by: 2 }] },
  ],
};
const good = (parts: object = {}) =>
  campaignOf('hello', {
    content: { kind: 'modal', blocks: [text] },
    goal: { event: 'share', days: 7 },
    experiment: { by: 'user', holdout: 5 },
    ...parts,
  });

function playbookOf(parts: object): Playbook {
  const levels = [
    { at: 0, title: 'New' },
    { at: 1, title: 'Next' },
  ];
  const rule = {
    id: 'r',
    name: 'R',
    event: 'ship',
    points: 1,
    limit: { per: 'day', points: 9 },
    outcome: 'value',
  };
  const base = { specVersion: 1, id: 'p', version: 1, name: 'P', rules: [rule], levels, badges: [badge] };
  const parsed = parsePlaybook({ ...base, lifecycles: [lifecycle], ...parts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
const findings = (campaign: object, seen?: Seen) =>
  lintPlaybook(playbookOf({ campaigns: [campaign] }), seen).map(({ kind, path }) => `${kind} ${path}`);

describe('the linter on campaigns', () => {
  it('has nothing to say about a thoughtful one', () => {
    expect(findings(good())).toEqual([]);
  });

  it.each<[object, string]>([
    [{ goal: undefined }, 'no-goal campaigns[0]'],
    [{ experiment: undefined }, 'no-holdout campaigns[0]'],
    [{ experiment: { by: 'user', holdout: 0 } }, 'no-holdout campaigns[0]'],
    [{ rewards: { points: 5 } }, 'no-outcome campaigns[0].rewards'],
    [{ audience: { '$campaign.bye': 'never' } }, 'unknown-campaign campaigns[0].audience.$campaign.bye'],
    [
      { audience: { $not: { '$badge.x': { $exists: true } } } },
      'unknown-badge campaigns[0].audience.$not.$badge.x',
    ],
    [
      { audience: { $or: [{ '$node.first.x': 'open' }, {}] } },
      'unknown-node campaigns[0].audience.$or[0].$node.first.x',
    ],
    [{ languages: ['en', 'de', 'fr'] }, 'missing-translation campaigns[0].content.blocks[0].text'],
    [
      {
        content: { kind: 'launcher', label: { en: 'A', de: 'A' }, action: { kind: 'start', campaign: 'x' } },
      },
      'unknown-campaign campaigns[0].content.action.campaign',
    ],
  ])('%j', (parts, finding) => {
    expect(findings(good(parts))).toEqual([finding]);
  });

  it('leaves an ended one its past', () => {
    expect(findings(good({ goal: undefined, experiment: undefined, status: 'ended' }))).toEqual([]);
  });

  it.each<[object, string[]]>([
    [
      { $audience: 'x' },
      ['empty-audience campaigns[0].audience', 'unknown-audience campaigns[0].audience.$audience'],
    ],
    [
      { $level: { $gte: 2 } },
      ['empty-audience campaigns[0].audience', 'unknown-level campaigns[0].audience.$level'],
    ],
    [{ $level: { $gte: 1 } }, []],
    [
      { '$stage.x': 'y' },
      ['empty-audience campaigns[0].audience', 'unknown-node campaigns[0].audience.$stage.x'],
    ],
    [{ '$stage.first': 'old' }, ['empty-audience campaigns[0].audience']],
    [{ '$badge.shipper': 'silver' }, ['empty-audience campaigns[0].audience']],
  ])('for %j', (audience, expected) => {
    expect(findings(good({ audience }))).toEqual(expected);
  });

  it('knows what events and traits ever came', () => {
    const seen = { events: new Set(['ship']), traits: new Set(['$user.plan']) };
    const audience = {
      '$user.plan': 'pro',
      '$user.plam': 'pro',
      $events: { event: 'ship', where: { '$company.x': 1 } },
    };
    expect(findings(good({ audience, triggers: [{ kind: 'event', event: 'fix' }] }), seen)).toEqual([
      'unknown-event lifecycles[0].stages[0].nodes[0].event',
      'unknown-event campaigns[0].triggers[0].event',
      'unknown-event campaigns[0].goal.event',
      'unknown-trait campaigns[0].audience.$events.where.$company.x',
      'unknown-trait campaigns[0].audience.$user.plam',
    ]);
  });

  it('misses translations of texts that are the same for all, once there are several languages', () => {
    const blocks = [text, { kind: 'buttons', buttons: [{ label: 'OK', action: { kind: 'dismiss' } }] }];
    expect(findings(good({ content: { kind: 'modal', blocks } }))).toEqual([
      'missing-translation campaigns[0].content.blocks[1].buttons[0].label',
    ]);
    const plain = [{ kind: 'text', text: 'Hi' }, ...blocks.slice(1)];
    expect(findings(good({ content: { kind: 'modal', blocks: plain } }))).toEqual([]);
  });

  const step = (id: string, rest: object = {}) => ({
    id,
    blocks: [text],
    placement: { anchor: { name: id } },
    ...rest,
  });
  const jump = (to: string) => ({
    blocks: [
      { kind: 'buttons', buttons: [{ label: { en: 'A', de: 'A' }, action: { kind: 'step', step: to } }] },
    ],
  });
  it.each<[string, object[], string[]]>([
    ['a line', [step('a'), step('b'), step('c')], []],
    [
      'a step left out',
      [step('a', { next: 'c' }), step('b'), step('c')],
      ['unreachable-step campaigns[0].content.steps[1]'],
    ],
    ['a step by a button', [step('a', { next: 'c', ...jump('b') }), step('b'), step('c')], []],
    ['a circle', [step('a'), step('b', { next: 'a' })], ['cyclic-steps campaigns[0].content.steps[1].next']],
    [
      'a step to itself',
      [step('a', { next: 'a' }), step('b')],
      ['cyclic-steps campaigns[0].content.steps[0].next', 'unreachable-step campaigns[0].content.steps[1]'],
    ],
    ['a button back', [step('a'), step('b', jump('a'))], []],
  ])('walks the steps of a tour: %s', (_, steps, expected) => {
    expect(findings(good({ content: { kind: 'tour', steps } }))).toEqual(expected);
  });
});

describe('contradictions', () => {
  const count = (most: object, parts: object = {}) => ({
    $events: { event: 'share', ...parts, count: most },
  });

  it.each<[object, boolean]>([
    [{}, false],
    [{ $role: 'a', $and: [{ $role: 'b' }] }, true],
    [{ $role: { $in: ['a', 'b'] }, $and: [{ $role: { $nin: ['a'] } }] }, false],
    [{ $role: { $in: ['a'] }, $not: { $role: 'a' } }, true],
    [{ '$user.seats': { $gt: 5, $lt: 3 } }, true],
    [{ '$user.seats': { $gt: 5, $lt: 6 } }, false],
    [{ $growth: { $gt: 5, $lt: 6 } }, true],
    [{ $growth: { $lt: 0 } }, true],
    [{ $not: { $growth: { $gte: 0 } } }, true],
    [{ '$user.seats': { $exists: false, $gt: 3 } }, true],
    [{ '$user.x': { $gt: 3 }, $and: [{ '$user.x': 'text' }] }, true],
    [{ $online: 'yes' }, true],
    [{ $or: [{ $online: 1 }, { $growth: { $lt: 0 } }] }, true],
    [{ $or: [{ $online: 1 }, { $online: true }] }, false],
    [{ $or: [] }, true],
    [{ $not: {} }, true],
    [{ $not: { $or: [{ $online: true }, { $online: false }] } }, true],
    [{ $not: { $and: [{ $online: true }, { $online: false }] } }, false],
    [{ $and: [count({ $gte: 3 }), count({ $lt: 3 })] }, true],
    [{ $and: [count({ $gte: 3 }), count({ $lt: 3 }, { days: 7 })] }, false],
    [{ '$user.name': { $regex: '^a' }, $and: [{ '$user.name': { $regex: '^b' } }] }, false],
    [{ '$user.name': { $regex: '^a' }, $and: [{ '$user.name': 'bob' }] }, true],
    [{ $audience: 'admins', $role: 'member' }, true],
    [{ $not: { $audience: 'admins' }, $role: 'member' }, false],
    [{ $not: { $audience: 'nobody' } }, false],
    [{ '$campaign.hello': 'liked' }, true],
    [{ '$diagnosis.breadth': { $gt: 100 } }, true],
    [{ $weakest: 'mood' }, true],
    [
      {
        $and: Array.from({ length: 12 }, (_, i) => ({
          $or: [{ [`$user.a${i}`]: 1 }, { [`$user.b${i}`]: 1 }],
        })),
      },
      false,
    ],
  ])('%j: %j', (when, isEmpty) => {
    const playbook = playbookOf({
      audiences: [{ id: 'admins', name: 'A', when: { $role: 'administrator' } }],
      campaigns: [good({ audience: when })],
    });
    expect(isContradictory(playbook.campaigns?.[0]?.audience ?? {}, playbook)).toBe(isEmpty);
  });
});
