import type { LedgerEntry, LiveEvent, LiveMessage, Verdict } from '@waymark/contracts';
import type { Filters } from '../../route.js';

/** A refused event, as the console lists it. */
export interface Refusal {
  readonly key: string;
  readonly at: string;
  readonly verdict: Extract<Verdict, { status: 'rejected' }>;
}

/** One line of the live list, newest first. */
export type LiveItem =
  | { readonly kind: 'accepted'; readonly key: string; readonly event: LiveEvent }
  | ({ readonly kind: 'rejected' } & Refusal);

/** What the page has seen since it opened. */
export interface LiveLog {
  readonly items: readonly LiveItem[];
  readonly accepted: number;
  readonly rejected: number;
  readonly points: number;
  /** Names of the events seen, for the filter. */
  readonly names: readonly string[];
}

/** Most lines kept; older ones are in each person's ledger. */
export const KEPT = 500;

export const EMPTY_LOG: LiveLog = { items: [], accepted: 0, rejected: 0, points: 0, names: [] };

/** The log with a message's events on top. A resumed stream may say something twice: it is listed once. */
export function append(log: LiveLog, message: LiveMessage): LiveLog {
  const known = new Set(log.items.map((item) => item.key));
  const fresh = itemsOf(message).filter((item) => !known.has(item.key));
  if (fresh.length === 0) return log;
  const accepted = fresh.flatMap((item) => (item.kind === 'accepted' ? [item.event] : []));
  const names = new Set([...log.names, ...accepted.map(({ event }) => event)]);
  return {
    items: [...fresh.reverse(), ...log.items].slice(0, KEPT),
    accepted: log.accepted + accepted.length,
    rejected: log.rejected + fresh.length - accepted.length,
    points: log.points + accepted.reduce((sum, { entries }) => sum + pointsOf(entries), 0),
    names: names.size === log.names.length ? log.names : [...names].sort(),
  };
}

/** How many events the log has seen, those no longer kept among them. */
export const seen = ({ accepted, rejected }: LiveLog): number => accepted + rejected;

/** Points that one event brought. */
export const pointsOf = (entries: readonly LedgerEntry[]): number =>
  entries.reduce((sum, { points }) => sum + points, 0);

/** The value of the event filter that lets through only what people did. */
export const DOINGS = '-';

/** Whether the SDK itself says it (`$identify`, `$group`): no doing of a person. */
export const isOwn = ({ event }: LiveEvent): boolean => event.startsWith('$');

/** The lines that the page's filters let through. */
export function filtered(items: readonly LiveItem[], filters: Filters): readonly LiveItem[] {
  const { event, verdict, company } = filters;
  const search = filters.search?.toLocaleLowerCase();
  return items.filter((item) => {
    if (verdict && item.kind !== verdict) return false;
    if (item.kind === 'rejected')
      return (!event || event === DOINGS) && !company && (!search || refusalText(item).includes(search));
    if (event === DOINGS ? isOwn(item.event) : event && item.event.event !== event) return false;
    if (company && item.event.companyId !== company) return false;
    return !search || eventText(item.event).includes(search);
  });
}

function itemsOf(message: LiveMessage): LiveItem[] {
  if (message.type === 'events') {
    return message.events.map((event) => ({ kind: 'accepted', key: `event ${event.id}`, event }));
  }
  return message.verdicts.flatMap((verdict, i) =>
    verdict.status === 'rejected'
      ? [{ kind: 'rejected', key: `refusal ${message.at} ${i} ${verdict.id}`, at: message.at, verdict }]
      : [],
  );
}

const eventText = ({ event, userName, userId, companyName, companyId, id }: LiveEvent): string =>
  [event, userName, userId, companyName, companyId, id].join('\n').toLocaleLowerCase();

const refusalText = ({ verdict }: Refusal): string =>
  [verdict.id, verdict.code, verdict.message].join('\n').toLocaleLowerCase();
