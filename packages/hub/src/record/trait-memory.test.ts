import { type Playbook, parsePlaybook } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { asksForTraits } from './trait-memory.js';

const when = { '$user.plan': 'pro' };
const rule = { id: 'r', name: 'R', event: 'ship', points: 1, outcome: 'value' };
const campaign = {
  id: 'hello',
  name: 'Hello',
  status: 'live',
  content: { kind: 'modal', blocks: [{ kind: 'text', text: 'Hello' }] },
};

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

it.each([
  [true, 'a rule', { rules: [{ ...rule, when }] }],
  [true, 'a measure', { rules: [{ ...rule, measure: { kind: 'sum', of: '$company.seats' } }] }],
  [true, 'a goal', { campaigns: [{ ...campaign, goal: { event: 'ship', where: when, days: 7 } }] }],
  [false, 'an audience, which asks for those of today', { campaigns: [{ ...campaign, audience: when }] }],
  [false, 'a text', { rules: [{ ...rule, name: '"$user.plan' }] }],
])('keeps traits with facts: %j for %s', (asks, _, parts) => {
  expect(asksForTraits(playbookOf(parts))).toBe(asks);
});
