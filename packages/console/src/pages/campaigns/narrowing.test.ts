import type { CampaignRow } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { narrowed } from './narrowing.js';

const figures = (entered: number) => ({ entered, heldOut: 0, shown: 0, completed: 0 });
const rows = [
  {
    id: 'b',
    name: 'Beta',
    status: 'live',
    kind: 'tour',
    channel: 'interrupt',
    figures: figures(1),
    effect: null,
  },
  {
    id: 'a',
    name: 'Alpha',
    status: 'draft',
    kind: 'banner',
    channel: 'ambient',
    figures: figures(9),
    effect: { lift: { low: -0.1 } },
  },
  {
    id: 'c',
    name: 'Gamma',
    status: 'live',
    kind: 'banner',
    channel: 'ambient',
    figures: figures(5),
    effect: { lift: { low: 0.1 } },
  },
] as unknown as CampaignRow[];

it.each([
  [{}, 'b a c'],
  [{ status: 'live' }, 'b c'],
  [{ status: 'live', kind: 'banner' }, 'c'],
  [{ channel: 'feed' }, ''],
  [{ search: 'ALPH' }, 'a'],
  [{ search: 'c' }, 'c'],
  [{ sort: 'name' }, 'a b c'],
  [{ sort: 'entered' }, 'a c b'],
  [{ sort: 'lift' }, 'c a b'],
  [{ sort: 'constructor', kind: 'banner' }, 'a c'],
])('lists by %j', (filters, ids) => {
  expect(
    narrowed(rows, filters, ({ name }) => name as string)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids);
});
