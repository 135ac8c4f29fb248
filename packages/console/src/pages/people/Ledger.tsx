import type { LedgerEntry } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import type { GrowingList } from '../../hub/pages.js';
import { SelectField } from '../../parts/Fields.js';
import { Listing } from '../../parts/Listing.js';
import { type Column, TableHead } from '../../parts/TableHead.js';
import type { Filters } from '../../route.js';
import { EventCells, eventColumns } from './EventCells.js';
import { SilentEvents } from './SilentEvents.js';
import { WhyRows } from './WhyRows.js';

type Passes = (entry: LedgerEntry) => boolean;
const PASSES: { readonly '': Passes; readonly [filter: string]: Passes } = {
  '': () => true,
  points: ({ points }) => points !== 0,
  capped: ({ capped }) => capped !== null,
};

/** Every change of a person's growth with its reason: event, rule, playbook version, limit. */
export function Ledger(props: {
  readonly list: GrowingList<LedgerEntry>;
  readonly companyId: string;
  readonly userId: string;
  readonly filters: Filters;
  readonly onCorrected: () => void;
}) {
  const { list, companyId, userId, filters, onCorrected } = props;
  const { words, router } = useServices();
  const passes = PASSES[filters.entries ?? ''] ?? PASSES[''];
  const { event, when, why } = eventColumns(words);
  const columns: Column[] = [
    { id: 'points', label: words.person.points, number: true },
    { id: 'rule', label: words.person.rule },
    event,
    when,
    { id: 'version', label: words.person.playbook, number: true },
    why,
  ];
  return (
    <>
      <header class="section-head">
        <div>
          <h2>{words.person.ledger}</h2>
          <p class="muted">{words.person.ledgerLead}</p>
        </div>
        <SelectField
          label={words.person.ledger}
          value={filters.entries ?? ''}
          options={[
            ['', words.person.entries.all],
            ['points', words.person.entries.points],
            ['capped', words.person.entries.capped],
            ['silent', words.person.entries.silent],
          ]}
          onChange={(entries) => router.refine({ ...filters, entries })}
        />
      </header>
      {filters.entries === 'silent' ? (
        <SilentEvents companyId={companyId} userId={userId} onCorrected={onCorrected} />
      ) : (
        <Listing list={list} none={words.person.ledgerNone}>
          <table class="table ledger-table">
            <TableHead columns={columns} />
            <tbody>
              {list.rows.filter(passes).map((entry) => (
                <LedgerLine key={entry.id} entry={entry} onCorrected={onCorrected} />
              ))}
            </tbody>
          </table>
        </Listing>
      )}
    </>
  );
}

function LedgerLine({ entry, onCorrected }: { entry: LedgerEntry; onCorrected: () => void }) {
  const { words, format } = useServices();
  return (
    <WhyRows eventId={entry.eventId} columns={6} onCorrected={onCorrected}>
      <td class={`cell-points number strong ${entry.points > 0 ? 'gain' : 'muted'}`}>
        {entry.points === 0 ? '+0' : format.signed(entry.points)}
      </td>
      <td class="cell-rule">
        <bdi>{format.text(entry.ruleName)}</bdi>
        {entry.amounts?.map(({ currency, amount }) => (
          <span key={currency} class="muted">
            {' '}
            {format.signed(amount)} <bdi>{currency}</bdi>
          </span>
        ))}
        {entry.capped !== null && <span class="capped">{words.capped[entry.capped] ?? entry.capped}</span>}
        {entry.reason !== undefined && (
          <span class="muted">
            {' '}
            <bdi>{entry.reason}</bdi>
          </span>
        )}
      </td>
      <EventCells eventId={entry.eventId} event={entry.event} timestamp={entry.timestamp} />
      <td class="cell-version number muted">{format.number(entry.playbookVersion)}</td>
    </WhyRows>
  );
}
