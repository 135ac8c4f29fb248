import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { Icon } from '../../parts/Icon.js';
import { Why } from './Why.js';

/** A line of a table about an event, and under it on request why the event brought what it brought. */
export function WhyRows(props: {
  readonly eventId: string;
  readonly columns: number;
  readonly onCorrected: () => void;
  readonly children: ComponentChildren;
}) {
  const { eventId, columns, onCorrected, children } = props;
  const { words } = useServices();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <tr>
        {children}
        <td class="cell-why">
          <button
            type="button"
            class="button button-bare button-icon"
            aria-expanded={open}
            aria-controls={id}
            aria-label={words.person.why}
            title={words.person.why}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'up' : 'down'} />
          </button>
        </td>
      </tr>
      <tr id={id} class="why-row" hidden={!open}>
        <td colSpan={columns}>{open && <Why eventId={eventId} onCorrected={onCorrected} />}</td>
      </tr>
    </>
  );
}
