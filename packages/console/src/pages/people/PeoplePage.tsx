import { useServices } from '../../app/services.js';
import { useCompanyOptions } from '../../hub/company-options.js';
import { useGrowingList } from '../../hub/pages.js';
import { useResource } from '../../hub/resource.js';
import { SearchField, SelectField } from '../../parts/Fields.js';
import { Listing } from '../../parts/Listing.js';
import { PageHead } from '../../parts/PageHead.js';
import { TableHead } from '../../parts/TableHead.js';
import type { Filters } from '../../route.js';
import { PersonLine } from './PersonLine.js';
import { personColumns } from './person-columns.js';

/** Everybody, to be searched, narrowed and sorted; all of it in the address. */
export function PeoplePage({ filters }: { filters: Filters }) {
  const { api, router, words } = useServices();
  const { search, company } = filters;
  const sort = filters.sort ?? 'growth';
  const list = useGrowingList(JSON.stringify([search, company, sort]), (cursor, signal) =>
    api.people({ search, company, sort, cursor }, signal),
  );
  const overview = useResource('overview', (signal) => api.overview(signal));
  const companies = useCompanyOptions();
  const refine = (change: Filters) => router.refine({ ...filters, ...change });
  return (
    <>
      <PageHead title={words.pages.people} lead={words.people.lead} />
      <search class="filters">
        <SearchField
          label={words.people.search}
          value={search ?? ''}
          onChange={(value) => refine({ search: value })}
        />
        <SelectField
          label={words.people.company}
          value={company ?? ''}
          options={[['', words.people.allCompanies], ...companies]}
          onChange={(value) => refine({ company: value })}
        />
      </search>
      <Listing list={list} none={words.people.none} onClear={() => router.refine({})}>
        <table class="table people-table">
          <TableHead columns={personColumns(words)} sort={sort} onSort={(next) => refine({ sort: next })} />
          <tbody>
            {list.rows.map((person) => (
              <PersonLine
                key={`${person.companyId} ${person.userId}`}
                person={person}
                levels={overview.value?.levels ?? []}
              />
            ))}
          </tbody>
        </table>
      </Listing>
    </>
  );
}
