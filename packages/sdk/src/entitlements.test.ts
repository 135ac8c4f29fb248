import type { Snapshot } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { isEntitled } from './entitlements.js';

const level = (...ids: string[]) => ({
  at: 0,
  title: '',
  benefits: ids.map((id) => ({ id, name: id, description: null })),
});
const snapshot = {
  level: 1,
  levels: [level('first'), level('second'), level('third')],
  companyGrowth: { growth: 0, level: 0, levels: [level('shared'), level('later')], people: null },
} as unknown as Snapshot;

it('is so for every level reached, of the person and of the company', () => {
  const entitled = ['first', 'second', 'third', 'shared', 'later'].filter((id) => isEntitled(snapshot, id));
  expect(entitled).toEqual(['first', 'second', 'shared']);
  expect(isEntitled({ ...snapshot, companyGrowth: null }, 'shared')).toBe(false);
});

it('is not so before the hub has spoken', () => {
  expect(isEntitled(null, 'first')).toBe(false);
});
