import type { Event, JsonObject } from '@waymark/contracts';

/** An accepted event as the engine folds it: who, for whom and on which local day are stamped once and never again. */
export interface Fact {
  /** The event's id; a log holds one fact an id. */
  readonly id: string;
  /** The event's name; for other verbs than `track` the verb itself with a dollar sign: `$page`, `$identify`. */
  readonly event: string;
  /** Empty for a person not known yet: such a fact earns nothing. */
  readonly userId: string;
  /** Empty where the vendor has no companies. */
  readonly companyId: string;
  readonly role: string | null;
  /** ISO 8601 with the person's own UTC offset. */
  readonly timestamp: string;
  /** The person's local day, `2026-08-22`: the date of the event's own timestamp. */
  readonly day: string;
  readonly properties: JsonObject;
  readonly context: JsonObject;
  /** Traits of the person and of the company as they were when the fact was accepted. */
  readonly userTraits?: JsonObject | undefined;
  readonly companyTraits?: JsonObject | undefined;
  /** Who vouches for it: the vendor's server, or nobody but the person's browser. Without a word, the browser. */
  readonly source?: Source | undefined;
}

/** Where a fact came from. */
export type Source = 'browser' | 'server';

/** What the hub knows better than the event: for which company and in which role it happened, and who vouches for it. */
export interface Stamp {
  readonly companyId: string;
  readonly role: string | null;
  readonly userTraits?: JsonObject | undefined;
  readonly companyTraits?: JsonObject | undefined;
  readonly source?: Source | undefined;
}

const NOTHING: JsonObject = Object.freeze({});

/**
 * Turns an accepted event into a {@link Fact}. An `anonymousId` is no `userId`: whoever could choose it could earn for
 * another person.
 *
 * @example stampFact(event, { companyId: 'acme', role: 'administrator' }).day // "2026-08-22"
 */
export function stampFact(event: Event, stamp: Stamp): Fact {
  return {
    id: event.id,
    event: event.type === 'track' ? (event.event ?? '') : `$${event.type}`,
    userId: event.userId ?? '',
    companyId: stamp.companyId,
    role: stamp.role,
    timestamp: event.timestamp,
    day: event.timestamp.slice(0, 10),
    properties: event.properties ?? NOTHING,
    context: event.context ?? NOTHING,
    userTraits: stamp.userTraits,
    companyTraits: stamp.companyTraits,
    source: stamp.source,
  };
}
