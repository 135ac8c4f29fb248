import type { SilentEvent } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { useGrowingList } from '../../hub/pages.js';
import { Listing } from '../../parts/Listing.js';
import { TableHead } from '../../parts/TableHead.js';
import { EventCells, eventColumns } from './EventCells.js';
import { WhyRows } from './WhyRows.js';

/** Events of a person that brought nothing, each with the reason. */
export function SilentEvents(props: {
  readonly companyId: string;
  readonly userId: string;
  readonly onCorrected: () => void;
}) {
  const { companyId, userId, onCorrected } = props;
  const { api, words } = useServices();
  const columns = eventColumns(words);
  const list = useGrowingList<SilentEvent>(`${companyId}\n${userId}`, (cursor, signal) =>
    api.silentEvents(companyId, userId, cursor, signal),
  );
  return (
    <Listing list={list} none={words.person.silentNone}>
      <table class="table ledger-table silent-table">
        <TableHead columns={[columns.event, columns.when, columns.why]} />
        <tbody>
          {list.rows.map(({ eventId, event, timestamp, late }) => (
            <WhyRows key={eventId} eventId={eventId} columns={3} onCorrected={onCorrected}>
              <EventCells eventId={eventId} event={event} timestamp={timestamp}>
                {late && <span class="capped">{words.person.late}</span>}
              </EventCells>
            </WhyRows>
          ))}
        </tbody>
      </table>
    </Listing>
  );
}
