import { parsePlaybook } from '@waymark/contracts';
import { lintPlaybook } from '@waymark/engine';
import { compileCampaigns, decide, eventClausesOf, why } from '@waymark/engine/campaigns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from './generated.js';
import { profileOf } from './people.js';

const text = { kind: 'text', text: { en: 'Hi **{{user.name | "there"}}**, [go](/on)', 'zh-CN': '你好' } };
const buttons = { kind: 'buttons', buttons: [{ label: 'Go', action: { kind: 'step', step: 'two' } }] };
const lifecycle = {
  id: 'first',
  name: 'First',
  of: 'user',
  timeline: { days: 30 },
  stages: [
    {
      id: 'new',
      name: 'New',
      from: { day: 0 },
      nodes: [{ id: 'shared', name: 'S', event: 'share', by: 3, keep: { days: 2 } }],
    },
    { id: 'grown', name: 'Grown', from: { level: 0 } },
  ],
};
const whole = {
  specVersion: 1,
  id: 'p',
  version: 1,
  name: 'P',
  rules: [],
  levels: [{ at: 0, title: 'New' }],
  audiences: [
    { id: 'a', name: 'A', when: { $or: [{ $role: 'x' }, { $not: { '$user.plan': { $in: ['pro'] } } }] } },
    {
      id: 'b',
      name: 'B',
      when: { $audience: 'a', $events: { event: 'share', where: { rows: { $gt: 1 } }, days: 7 } },
    },
  ],
  lifecycles: [lifecycle],
  limitGroups: [{ id: 'calm', name: 'Calm', of: 'all', limits: [{ by: 'company', times: 2, hours: 24 }] }],
  campaigns: [
    {
      id: 'tour',
      name: 'Tour',
      status: 'live',
      audience: { $not: { $audience: 'b' }, '$campaign.list': 'never', '$node.first.shared': 'open' },
      triggers: [
        { kind: 'event', event: 'share', where: { $or: [{ rows: 1 }] } },
        { kind: 'node', lifecycle: 'first', node: 'shared', change: 'left' },
      ],
      placement: { anchor: { name: 'x', chain: ['a', 'b'] }, pages: ['/a/**'] },
      content: {
        kind: 'tour',
        steps: [
          { id: 'one', blocks: [text, buttons], next: 'two' },
          { id: 'two', blocks: [text] },
        ],
      },
      experiment: {
        by: 'company',
        holdout: 5,
        arms: [
          { id: 'x', weight: 1 },
          { id: 'y', weight: 1, content: { kind: 'modal', blocks: [text] } },
        ],
      },
      frequency: { max: 2, every: { hours: 5 }, afterDismissal: { days: 3 } },
      goal: { event: 'share', days: 7 },
      limits: ['calm'],
      schedule: { from: '2026-01-01', hours: { from: 8, until: 20 } },
      rewards: { points: 5 },
    },
    {
      id: 'list',
      name: 'List',
      status: 'live',
      content: { kind: 'checklist', items: [{ id: 'i', name: 'I', event: 'share' }] },
    },
  ],
};

/** Ways to everything in a document. */
function waysIn(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [way, ...keys.flatMap((key) => waysIn((value as Record<string, unknown>)[key], [...way, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((part, i) => (i === key ? replaced(part, rest, by) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === key ? replaced(part, rest, by) : part,
    ]),
  );
}

const ways = waysIn(whole).filter(([key]) => key !== undefined && key !== 'rules');
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e300,
    '',
    'a',
    'javascript:alert(1)',
    [],
    {},
    [[]],
    { $and: 5 },
    { $not: null },
  ),
  fc.constantFrom<unknown>(
    { $or: [{}] },
    { $audience: 'b' },
    { $events: {} },
    { kind: 'tour', steps: [] },
    ['a'],
    '{{user.x',
  ),
  fc.constantFrom<unknown>(...ways.map((way) => way.reduce<unknown>((at, key) => (at as never)[key], whole))),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('a document with anything in the place of something', () => {
  it('is refused with a path, or decided by; nothing is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), odd, (way, by) => {
        const document = JSON.parse(JSON.stringify(replaced(whole, way, by)));
        const parsed = parsePlaybook(document);
        if (!parsed.ok) {
          expect(parsed.problems.every(({ path, message }) => path !== '' && message !== '')).toBe(true);
          return;
        }
        expect(parsePlaybook(JSON.parse(JSON.stringify(parsed.value)))).toEqual(parsed);
        lintPlaybook(parsed.value);
        eventClausesOf(parsed.value);
        const profile = profileOf({ since: { user: '2026-02-28', company: null } });
        const { verdicts } = decide(profile, compileCampaigns(parsed.value), [], '2026-03-01T10:00:00Z');
        expect(verdicts.flatMap(why).length).toBe(9 * verdicts.length);
      }),
      RUNS,
    );
  });

  it('is whole before that', () => {
    expect(parsePlaybook(whole)).toMatchObject({ ok: true });
  });
});
