import type { CampaignRow } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { useGrowingList } from '../../hub/pages.js';
import { SearchField, SelectField } from '../../parts/Fields.js';
import { Icon } from '../../parts/Icon.js';
import { Listing } from '../../parts/Listing.js';
import { PageHead } from '../../parts/PageHead.js';
import { type Column, TableHead } from '../../parts/TableHead.js';
import { type Filters, hrefOf } from '../../route.js';
import type { Words } from '../../words/en.js';
import { CampaignLine } from './CampaignLine.js';
import { NARROWED, narrowed } from './narrowing.js';

/** All campaigns with what came of them, to be searched, narrowed and sorted; all of it in the address. */
export function CampaignsPage({ filters }: { filters: Filters }) {
  const { api, router, words, format } = useServices();
  const list = useGrowingList<CampaignRow>(JSON.stringify(filters), async (_, signal) => {
    const { rows } = await api.campaigns(signal);
    const found = narrowed(rows, filters, ({ name }) => format.text(name));
    return { rows: found, total: found.length, next: null };
  });
  const refine = (change: Filters) => router.refine({ ...filters, ...change });
  return (
    <>
      <PageHead title={words.pages.campaigns} lead={words.campaigns.lead}>
        <div class="page-acts">
          <a class="button" href={hrefOf({ page: 'decisions', filters: {} })}>
            <Icon name="people" />
            {words.pages.decisions}
          </a>
        </div>
      </PageHead>
      <search class="filters">
        <SearchField
          label={words.campaigns.search}
          value={filters.search ?? ''}
          onChange={(search) => refine({ search })}
        />
        {NARROWED.map((by) => (
          <SelectField
            key={by}
            label={words.campaigns[by]}
            value={filters[by] ?? ''}
            options={[['', words.campaigns.any[by]], ...Object.entries(words.campaigns.of[by])]}
            onChange={(value) => refine({ [by]: value })}
          />
        ))}
      </search>
      <Listing list={list} none={words.campaigns.none} onClear={() => router.refine({})}>
        <table class="table campaigns-table">
          <TableHead
            columns={columnsOf(words)}
            sort={filters.sort ?? ''}
            onSort={(sort) => refine({ sort })}
          />
          <tbody>
            {list.rows.map((row) => (
              <CampaignLine key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </Listing>
    </>
  );
}

function columnsOf({ campaigns }: Words): Column[] {
  return [
    { id: 'name', label: campaigns.name, sort: 'name' },
    { id: 'status', label: campaigns.status },
    { id: 'kind', label: campaigns.kind },
    { id: 'entered', label: campaigns.entered, sort: 'entered', number: true },
    { id: 'held', label: campaigns.heldOut, sort: 'heldOut', number: true },
    { id: 'shown', label: campaigns.shown, sort: 'shown', number: true },
    { id: 'completed', label: campaigns.completed, sort: 'completed', number: true },
    { id: 'goal', label: campaigns.goal },
    { id: 'lift', label: campaigns.lift, sort: 'lift' },
  ];
}
