import type { LedgerEntry, LiveEvent } from '@waymark/contracts';
import { useId, useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { Avatar } from '../../parts/Avatar.js';
import { EntryChip } from '../../parts/EntryChip.js';
import { EventName } from '../../parts/EventName.js';
import { Icon } from '../../parts/Icon.js';
import { personHref } from '../../route.js';
import { isOwn, type LiveItem, pointsOf, type Refusal } from './live-log.js';

const byPoints = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  [...entries].sort((a, b) => b.points - a.points);

/** One event of the live list. */
export function LiveRow({ item }: { item: LiveItem }) {
  return item.kind === 'accepted' ? <AcceptedRow event={item.event} /> : <RejectedRow refusal={item} />;
}

function AcceptedRow({ event }: { event: LiveEvent }) {
  const { words, format } = useServices();
  const [open, setOpen] = useState(false);
  const details = useId();
  const points = pointsOf(event.entries);
  return (
    // What the SDK itself says (`$identify`, `$group`) is no doing of a person: it stands back.
    <li class={isOwn(event) ? 'live-row live-row-own' : 'live-row'}>
      <time class="live-time number" dateTime={event.receivedAt} title={event.receivedAt}>
        {format.clock(event.receivedAt)}
      </time>
      <span class="verdict verdict-accepted" title={words.live.accepted}>
        <Icon name="check" />
        <span class="visually-hidden">{words.live.accepted}</span>
      </span>
      <EventName name={event.event} />
      <span class="live-who">
        <Avatar id={event.userId} name={event.userName} />
        <span class="live-names">
          {event.userId === '' ? (
            <span class="muted">{words.live.unnamed}</span>
          ) : (
            <a href={personHref(event.companyId, event.userId)}>
              <bdi>{event.userName}</bdi>
            </a>
          )}
          {event.companyId !== '' && (
            <span class="muted">
              <bdi>{event.companyName}</bdi>
            </span>
          )}
        </span>
      </span>
      <span class="live-entries">
        {byPoints(event.entries).map((entry) => (
          <EntryChip key={entry.id} entry={entry} />
        ))}
        {event.entries.length === 0 && !isOwn(event) && (
          <span class="muted">{event.late === true ? words.live.late : words.live.noPoints}</span>
        )}
      </span>
      <span class={points > 0 ? 'live-points number' : 'live-points number muted'}>
        {points === 0 ? '–' : format.signed(points)}
      </span>
      <button
        type="button"
        class="button button-bare button-icon live-more"
        aria-expanded={open}
        aria-controls={details}
        aria-label={words.live.details}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'up' : 'down'} />
      </button>
      <div id={details} class="live-details" hidden={!open}>
        {open && <Details event={event} />}
      </div>
    </li>
  );
}

function Details({ event }: { event: LiveEvent }) {
  const { words, format } = useServices();
  const facts: [string, string][] = [
    [words.live.id, event.id],
    [words.live.position, event.position],
    [words.live.happened, event.timestamp],
    [words.live.received, event.receivedAt],
    [words.live.person, event.userId],
    [words.live.company, event.companyId || words.company.noCompany],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="code">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {event.entries.length > 0 && (
        <ul class="live-reasons">
          {event.entries.map((entry) => (
            <li key={entry.id}>
              <EntryChip entry={entry} />
              <span class="code muted">
                {entry.ruleId} · {words.person.playbook} {format.number(entry.playbookVersion)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function RejectedRow({ refusal }: { refusal: Refusal }) {
  const { words, format } = useServices();
  const { id, code, message } = refusal.verdict;
  return (
    <li class="live-row live-row-rejected">
      <time class="live-time number" dateTime={refusal.at} title={refusal.at}>
        {format.clock(refusal.at)}
      </time>
      <span class="verdict verdict-rejected" title={words.live.rejected}>
        <Icon name="close" />
        <span class="visually-hidden">{words.live.rejected}</span>
      </span>
      <span class="event-name event-code">{code}</span>
      <span class="live-who code">
        <bdi>{id ?? '–'}</bdi>
      </span>
      <span class="live-entries">
        <bdi>{message}</bdi>
      </span>
    </li>
  );
}
