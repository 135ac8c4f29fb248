import type { SilentEvent } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { useGrowingList } from '../../hub/pages.js';
import { hueOf } from '../../parts/Avatar.js';
import { Listing } from '../../parts/Listing.js';
import { WallTime } from '../../parts/Moment.js';
import { WhyRows } from './WhyRows.js';

/** Events of a person that brought nothing, each with the reason. */
export function SilentEvents(props: {
  readonly companyId: string;
  readonly userId: string;
  readonly onCorrected: () => void;
}) {
  const { companyId, userId, onCorrected } = props;
  const { api, words } = useServices();
  const list = useGrowingList<SilentEvent>(`${companyId}\n${userId}`, (cursor, signal) =>
    api.silentEvents(companyId, userId, cursor, signal),
  );
  return (
    <Listing list={list} none={words.person.silentNone}>
      <table class="table ledger-table silent-table">
        <thead>
          <tr>
            <th scope="col" class="cell-event">
              {words.person.event}
            </th>
            <th scope="col" class="cell-when">
              {words.person.when}
            </th>
            <th scope="col" class="cell-why">
              <span class="visually-hidden">{words.person.why}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map(({ eventId, event, timestamp, late }) => (
            <WhyRows key={eventId} eventId={eventId} columns={3} onCorrected={onCorrected}>
              <td class="cell-event">
                <span class={`event-name hue-${hueOf(event)}`}>
                  <bdi>{event}</bdi>
                </span>
                {late && <span class="capped">{words.person.late}</span>}
                <span class="code muted event-id">
                  <bdi>{eventId}</bdi>
                </span>
              </td>
              <td class="cell-when">
                <WallTime iso={timestamp} />
              </td>
            </WhyRows>
          ))}
        </tbody>
      </table>
    </Listing>
  );
}
