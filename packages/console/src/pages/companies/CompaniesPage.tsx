import { useServices } from '../../app/services.js';
import { useGrowingList } from '../../hub/pages.js';
import { Avatar } from '../../parts/Avatar.js';
import { SearchField } from '../../parts/Fields.js';
import { Listing } from '../../parts/Listing.js';
import { Ago } from '../../parts/Moment.js';
import { PageHead } from '../../parts/PageHead.js';
import { type Column, TableHead } from '../../parts/TableHead.js';
import { companyHref, type Filters } from '../../route.js';

/** Companies with what their people earned together. */
export function CompaniesPage({ filters }: { filters: Filters }) {
  const { api, router, words, format } = useServices();
  const { search } = filters;
  const sort = filters.sort ?? 'growth';
  const list = useGrowingList(JSON.stringify([search, sort]), (cursor, signal) =>
    api.companies({ search, sort, cursor }, signal),
  );
  const refine = (change: Filters) => router.refine({ ...filters, ...change });
  const columns: Column[] = [
    { id: 'name', label: words.companies.name, sort: 'name' },
    { id: 'people', label: words.companies.people, sort: 'people', number: true },
    { id: 'growth', label: words.companies.growth, sort: 'growth', number: true },
    { id: 'events', label: words.companies.events, sort: 'events', number: true },
    { id: 'seen', label: words.companies.lastSeen, sort: 'lastSeen' },
  ];
  return (
    <>
      <PageHead title={words.pages.companies} lead={words.companies.lead} />
      <search class="filters">
        <SearchField
          label={words.people.search}
          value={search ?? ''}
          onChange={(value) => refine({ search: value })}
        />
      </search>
      <Listing list={list} none={words.list.none} onClear={() => router.refine({})}>
        <table class="table companies-table">
          <TableHead columns={columns} sort={sort} onSort={(next) => refine({ sort: next })} />
          <tbody>
            {list.rows.map((company) => (
              <tr key={company.companyId}>
                <th scope="row" class="cell-name">
                  <span class="who">
                    <Avatar id={company.companyId} name={company.name} kind="company" />
                    <a class="row-link" href={companyHref(company.companyId)}>
                      <bdi>{company.name}</bdi>
                    </a>
                  </span>
                </th>
                <td class="cell-people number">{format.number(company.people)}</td>
                <td class="cell-growth number strong">{format.number(company.growth)}</td>
                <td class="cell-events number">{format.number(company.events)}</td>
                <td class="cell-seen muted">
                  <Ago iso={company.lastSeen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Listing>
    </>
  );
}
