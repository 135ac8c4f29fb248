import type { ComponentChildren } from 'preact';
import { EventName } from '../../parts/EventName.js';
import { WallTime } from '../../parts/Moment.js';
import type { Column } from '../../parts/TableHead.js';
import type { Words } from '../../words/en.js';

/** The columns of {@link EventCells}, and of the button that tells why. */
export function eventColumns({ person }: Words): Record<'event' | 'when' | 'why', Column> {
  return {
    event: { id: 'event', label: person.event },
    when: { id: 'when', label: person.when },
    why: { id: 'why', label: person.why, isUnseen: true },
  };
}

/** Which event a line is about, and when it happened; children stand beside the event's name. */
export function EventCells(props: {
  readonly eventId: string;
  readonly event: string;
  readonly timestamp: string;
  readonly children?: ComponentChildren;
}) {
  const { eventId, event, timestamp, children } = props;
  return (
    <>
      <td class="cell-event">
        <EventName name={event} />
        {children}
        <span class="code muted event-id">
          <bdi>{eventId}</bdi>
        </span>
      </td>
      <td class="cell-when">
        <WallTime iso={timestamp} />
      </td>
    </>
  );
}
