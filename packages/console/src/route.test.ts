import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, type Route, routeOf } from './route.js';

const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text !== '-');
const filters = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, maxLength: 20 }));
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    page: fc.constantFrom('live', 'people', 'companies', 'campaigns', 'decisions', 'simulate' as const),
    filters,
  }),
  fc.record({
    page: fc.constant('person' as const),
    companyId: fc.oneof(id, fc.constant('')),
    userId: id,
    filters,
  }),
  fc.record({ page: fc.constant('company' as const), companyId: id, filters }),
  fc.record({ page: fc.constant('campaign' as const), campaignId: id, filters }),
);

describe('route', () => {
  it('comes back from its own address, whatever the ids and filters hold', () => {
    fc.assert(
      fc.property(route, (original) => {
        const back = routeOf(hrefOf(original));
        expect({ ...back, filters: { ...back.filters } }).toEqual({
          ...original,
          filters: { ...original.filters },
        });
      }),
    );
  });

  it.each(['', '#', '#/', '#/nowhere', '#/live/%', '#/people/%E0%A4%A/u?x'])('%j leads somewhere', (hash) => {
    expect(['live', 'person']).toContain(routeOf(hash).page);
  });
});
