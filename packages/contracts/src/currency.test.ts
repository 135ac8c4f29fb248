import { expect, it } from 'vitest';
import { parsePlaybook } from './playbook.js';
import { parseRedemptionRequest } from './redemption.js';

it('takes currencies, what earns them and what they buy', () => {
  const parsed = parsePlaybook({
    specVersion: 1,
    id: 'demo',
    version: 1,
    name: 'Demo',
    rules: [
      { id: 'ship', name: 'Shipped', event: 'shipped', points: 40, outcome: 'value', earns: { credits: 5 } },
    ],
    levels: [{ at: 0, title: 'New' }],
    currencies: [{ id: 'credits', name: { en: 'Credits', 'zh-CN': '积分' }, expires: { months: 12 } }],
    rewards: [
      {
        id: 'mug',
        name: 'Mug',
        cost: { currency: 'credits', amount: 200 },
        stock: 3,
        perPerson: 1,
        level: 0,
        valid: { from: '2026-01-01' },
        glyph: 'crown',
      },
    ],
  });
  expect(parsed.ok && parsed.value.rules[0]?.earns).toEqual({ credits: 5 });
  expect(parsed.ok && parsed.value.rewards?.[0]?.stock).toBe(3);
});

it.each([
  [{ reward: 'mug', key: 'k1' }, true],
  [{ reward: 'mug' }, false],
  [{ reward: 'The mug', key: 'k1' }, false],
  [{ reward: 'mug', key: '' }, false],
  [{ reward: 'mug', key: 'k1', amount: 1 }, false],
  [null, false],
])('a wish for a reward: %j', (input, ok) => {
  expect(parseRedemptionRequest(input).ok).toBe(ok);
});
