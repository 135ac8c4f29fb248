import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '../playbook.js';
import { describeProblems } from '../problem.js';

const text = { kind: 'text', text: { en: 'Hi **{{user.name | "there"}}**', 'zh-CN': '你好' } };
const modal = { kind: 'modal', title: 'Hello', blocks: [text] };
const campaign = { id: 'hello', name: 'Hello', status: 'live', content: modal };
const node = { id: 'shared', name: 'Shared', event: 'report.shared', by: 7 };
const lifecycle = {
  id: 'first-year',
  name: 'First year',
  of: 'company',
  timeline: { days: 30 },
  stages: [
    { id: 'trial', name: 'Trial', from: { day: 0 }, nodes: [node] },
    { id: 'settling', name: 'Settling', from: { day: 14 } },
    { id: 'grown', name: 'Grown', from: { level: 0 } },
  ],
};
const group = { id: 'calm', name: 'Calm', of: 'all', limits: [{ by: 'user', times: 2, hours: 24 }] };
const base = {
  specVersion: 1,
  id: 'p',
  version: 1,
  name: 'P',
  rules: [],
  levels: [{ at: 0, title: 'New' }],
  lifecycles: [lifecycle],
  limitGroups: [group],
};

function problems(document: object): string {
  const parsed = parsePlaybook({ ...base, ...document });
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
}
const faults = (change: object) => problems({ campaigns: [{ ...campaign, ...change }] });
const blocks = (...list: object[]) => ({ content: { kind: 'banner', blocks: list } });
const button = (action: object) => blocks({ kind: 'buttons', buttons: [{ label: 'Go', action }] });
const step = (id: string, rest: object = {}) => ({ id, blocks: [text], ...rest });
const tour = (...steps: object[]) => ({ content: { kind: 'tour', steps } });

describe('campaigns', () => {
  it.each<[string, object]>([
    ['a small one', {}],
    [
      'one with everything',
      {
        audience: { $role: 'administrator', $audience: 'admins' },
        triggers: [
          { kind: 'event', event: 'report.opened', where: { rows: { $gt: 3 } }, delay: 5 },
          { kind: 'node', lifecycle: 'first-year', node: 'shared', change: 'missed', days: 3 },
          { kind: 'push' },
          { kind: 'stuck', anchor: { name: 'export' }, seconds: 30 },
        ],
        placement: {
          anchor: { chain: ['#app', 'button'], text: 'Export', role: 'button' },
          side: 'top',
          pages: ['/', '/a/*/b', '/c/**'],
        },
        frequency: {
          max: 3,
          per: { times: 1, days: 7 },
          every: { hours: 20 },
          afterDismissal: { days: 30 },
          snooze: { hours: 2 },
        },
        channel: 'ambient',
        priority: 10,
        limits: ['calm'],
        goal: { event: 'report.shared', days: 14 },
        experiment: {
          by: 'company',
          holdout: 10,
          arms: [
            { id: 'a', weight: 1 },
            { id: 'b', weight: 1, content: modal },
          ],
        },
        schedule: { from: '2026-01-01', until: '2026-12-31', hours: { days: [1, 2], from: 9, until: 17 } },
        languages: ['en', 'zh-CN'],
        rewards: { points: 50, outcome: 'activation' },
      },
    ],
    [
      'a tour',
      tour(step('one', { next: 'three' }), step('two'), step('three', { advance: 'report.shared' })),
    ],
    [
      'all blocks',
      blocks(
        text,
        { kind: 'image', src: '/a.png', alt: '' },
        { kind: 'video', href: 'https://example.com/v', title: 'V' },
        {
          kind: 'question',
          id: 'q',
          ask: 'Why?',
          answer: {
            kind: 'choice',
            options: [
              { id: 'a', label: 'A' },
              { id: 'b', label: 'B' },
            ],
          },
        },
        {
          kind: 'question',
          id: 'r',
          ask: 'How?',
          answer: { kind: 'rating', from: 0, to: 10 },
          required: true,
        },
        { kind: 'progress', of: 'level' },
      ),
    ],
    [
      'a checklist',
      {
        content: {
          kind: 'checklist',
          items: [{ id: 'share', name: 'Share', event: 'report.shared', at: 2, by: 'company' }],
        },
      },
    ],
    [
      'a launcher',
      {
        content: {
          kind: 'launcher',
          label: 'Help',
          glyph: 'compass',
          action: { kind: 'start', campaign: 'tour' },
        },
      },
    ],
    ['a tooltip', { content: { ...modal, kind: 'tooltip' }, placement: { anchor: { name: 'save' } } }],
  ])('%s is accepted', (_, change) => {
    expect(faults(change)).toBe('none');
  });

  it.each<[object, string]>([
    [{ status: 'on' }, 'campaigns[0].status: expected one of "draft", "live", "paused", "ended", got "on"'],
    [{ content: { kind: 'confetti' } }, 'campaigns[0].content.kind: expected one of "tooltip", '],
    [{ audience: { plan: 1 } }, 'campaigns[0].audience.plan: expected $and'],
    [{ triggers: [] }, 'campaigns[0].triggers: expected at least one trigger'],
    [{ triggers: [{ kind: 'route', delay: -1 }] }, 'campaigns[0].triggers[0].delay: expected at least 0'],
    [
      { triggers: [{ kind: 'event', event: 'x', where: { $not: { '$user.plan': 'pro' } } }] },
      'campaigns[0].triggers[0].where: expected properties of the event and its context alone',
    ],
    [
      { triggers: [{ kind: 'event', event: 'x', where: { $and: 5 } }] },
      'campaigns[0].triggers[0].where.$and: expected a list, got 5',
    ],
    [
      { triggers: [{ kind: 'hovered', anchor: {} }] },
      'campaigns[0].triggers[0].anchor: expected a `name` or a `chain`, got neither',
    ],
    [
      { triggers: [{ kind: 'node', lifecycle: 'x', node: 'y', change: 'left' }] },
      'campaigns[0].triggers[0].lifecycle: expected the id of a lifecycle, got "x"',
    ],
    [
      { triggers: [{ kind: 'node', lifecycle: 'first-year', node: 'y', change: 'left' }] },
      'campaigns[0].triggers[0].node: expected the id of a node, got "y"',
    ],
    [
      { triggers: [{ kind: 'node', lifecycle: 'first-year', node: 'shared', change: 'left' }] },
      'campaigns[0].triggers[0].change: expected a node with `keep`',
    ],
    [{ content: { ...modal, kind: 'hotspot' } }, 'campaigns[0].placement.anchor: expected the element'],
    [{ placement: { pages: ['projects'] } }, 'campaigns[0].placement.pages[0]: expected a path as'],
    [{ placement: { pages: ['/a/**/b'] } }, 'campaigns[0].placement.pages[0]: expected a path as'],
    [blocks(), 'campaigns[0].content.blocks: expected at least one block'],
    [blocks({ kind: 'html', html: '<b>' }), 'campaigns[0].content.blocks[0].kind: expected one of'],
    [
      blocks({ kind: 'text', text: '[x](javascript:alert)' }),
      'campaigns[0].content.blocks[0].text: expected http, https, mailto or a relative address, got "javascript:"',
    ],
    [
      blocks({ kind: 'text', text: { en: 'Hi', de: 'Hallo {{user.name}}' } }),
      'campaigns[0].content.blocks[0].text.de: expected {{user',
    ],
    [
      blocks({ kind: 'text', text: 'a\u0000b' }),
      'campaigns[0].content.blocks[0].text: expected a text without control',
    ],
    [blocks({ kind: 'text', text: 'a'.repeat(5_001) }), 'expected at most 5000 characters'],
    [
      blocks({ kind: 'image', src: 'data:image/png;base64,x', alt: '' }),
      'campaigns[0].content.blocks[0].src: expected http, https',
    ],
    [blocks(...Array(21).fill(text)), 'expected at most 20 blocks'],
    [
      button({ kind: 'link', href: 'javascript:alert(1)' }),
      'campaigns[0].content.blocks[0].buttons[0].action.href: expected http',
    ],
    [
      button({ kind: 'script', code: 'x' }),
      'campaigns[0].content.blocks[0].buttons[0].action.kind: expected one of',
    ],
    [
      button({ kind: 'next' }),
      'campaigns[0].content.blocks[0].buttons[0].action.kind: expected no "next" outside a tour',
    ],
    [button({ kind: 'step', step: 'x' }), 'action.step: expected the id of a step, got "x"'],
    [
      tour(step('a'), step('a')),
      'campaigns[0].content.steps[1].id: expected an id of its own, got "a" again',
    ],
    [
      tour(step('a', { next: 'z' })),
      'campaigns[0].content.steps[0].next: expected the id of a step, got "z"',
    ],
    [{ frequency: { max: 0 } }, 'campaigns[0].frequency.max: expected at least 1'],
    [{ limits: ['loud'] }, 'campaigns[0].limits[0]: expected the id of a limit group, got "loud"'],
    [{ experiment: { by: 'user', holdout: 91 } }, 'campaigns[0].experiment.holdout: expected at most 90'],
    [
      {
        experiment: {
          by: 'user',
          holdout: 5,
          arms: [
            { id: 'a', weight: 1 },
            { id: 'a', weight: 1 },
          ],
        },
      },
      'campaigns[0].experiment.arms[1].id: expected an id of its own',
    ],
    [
      {
        experiment: {
          by: 'user',
          holdout: 5,
          arms: [
            { id: 'a', weight: 1 },
            { id: 'b', weight: 1, ...tour(step('a', { next: 'z' })) },
          ],
        },
      },
      'campaigns[0].experiment.arms[1].content.steps[0].next: expected',
    ],
    [{ goal: { event: 'x', days: 91 } }, 'campaigns[0].goal.days: expected at most 90'],
    [
      { schedule: { from: '2026-02-02', until: '2026-02-01' } },
      'campaigns[0].schedule.until: expected a day not before',
    ],
    [{ languages: ['english!'] }, 'campaigns[0].languages[0]: expected a language tag'],
    [{ onClick: 'x' }, 'campaigns[0].onClick: expected no such key'],
  ])('%j is refused', (change, message) => {
    expect(faults(change)).toContain(message);
  });

  it('have ids of their own', () => {
    expect(problems({ campaigns: [campaign, campaign] })).toContain(
      'campaigns[1].id: expected an id of its own',
    );
    expect(problems({ limitGroups: [group, group] })).toContain(
      'limitGroups[1].id: expected an id of its own',
    );
  });
});

describe('lifecycles', () => {
  const stage = (id: string, from: object, ...nodes: object[]) => ({ id, name: id, from, nodes });
  it.each<[object, string]>([
    [{}, 'none'],
    [
      { stages: [stage('a', { day: 1 })], timeline: undefined },
      'stages[0].from.day: expected 0 for the first stage, got 1',
    ],
    [
      { stages: [stage('a', { day: 0 }), stage('b', { day: 0 })], timeline: undefined },
      'stages[1].from.day: expected more than 0, got 0',
    ],
    [
      { stages: [stage('a', { day: 0 }), stage('b', { level: 0 })], timeline: undefined },
      'stages[1].from: expected no stage by level without',
    ],
    [{ stages: [stage('a', { level: 0 })] }, 'stages[0].from: expected the first stage to begin on day 0'],
    [
      { stages: [stage('a', { day: 0 }), stage('b', { level: 1 })] },
      'stages[1].from.level: expected 0 for the first of them, got 1',
    ],
    [
      { stages: [stage('a', { day: 0 }), stage('b', { level: 0 }), stage('c', { day: 3 })] },
      'stages[2].from: expected stages by day before',
    ],
    [
      { stages: [stage('a', { day: 0 }), stage('b', { day: 30 }), stage('c', { level: 0 })] },
      'stages[1].from.day: expected a day within the 30',
    ],
    [{ stages: [stage('a', { day: 0 })] }, 'timeline: expected stages by level after it'],
    [
      { stages: [stage('a', { day: 0 }, node, { ...node, id: 'a' })], timeline: undefined },
      'stages[0].nodes[1].id: expected an id that no other',
    ],
    [{ stages: [stage('a', { week: 0 })], timeline: undefined }, 'stages[0].from'],
  ])('%j', (change, message) => {
    expect(problems({ lifecycles: [{ ...lifecycle, ...change }] })).toContain(message);
  });
});
