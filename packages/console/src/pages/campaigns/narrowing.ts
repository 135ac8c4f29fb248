import type { CampaignRow } from '@waymark/contracts';
import type { Filters } from '../../route.js';

/** What a list of campaigns can be narrowed by, beside the search. */
export const NARROWED = ['status', 'kind', 'channel'] as const;

/** Numbers that the list can be ordered by, the most first; the lift by its lower end, so that what is sure comes first. */
const ORDERS: { readonly [sort: string]: (row: CampaignRow) => number } = {
  entered: ({ figures }) => figures.entered,
  heldOut: ({ figures }) => figures.heldOut,
  shown: ({ figures }) => figures.shown,
  completed: ({ figures }) => figures.completed,
  lift: ({ effect }) => effect?.lift?.low ?? -2,
};

/** The campaigns that an address asks for, in its order; without one in that in which they come to people. */
export function narrowed(
  rows: readonly CampaignRow[],
  filters: Filters,
  nameOf: (row: CampaignRow) => string,
): CampaignRow[] {
  const { search = '', sort = '' } = filters;
  const wanted = search.toLocaleLowerCase();
  const found = rows.filter(
    (row) =>
      NARROWED.every((by) => filters[by] === undefined || row[by] === filters[by]) &&
      `${nameOf(row)} ${row.id}`.toLocaleLowerCase().includes(wanted),
  );
  if (sort === 'name') return found.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const order = Object.hasOwn(ORDERS, sort) ? ORDERS[sort] : undefined;
  return order === undefined ? found : found.sort((a, b) => order(b) - order(a));
}
