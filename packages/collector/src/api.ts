import type { Event } from '@waymark/contracts';
import type { Consent } from './options.js';
import type { Kept } from './record.js';

/** Event names with their properties: `{ 'report.exported': { rows: number } }`. */
export type EventMap = { readonly [event: string]: object | undefined };

/** Properties or traits of any kind; what JSON cannot say is left out. */
export type Properties = { readonly [key: string]: unknown };

/**
 * Sees each event before it is queued: gives it back, changed or not, or several, or nothing to drop it. What it writes
 * into `kept` stays on the device.
 */
export type Middleware = (event: Event, kept: Kept) => Event | readonly Event[] | null | undefined;

/** What went wrong after the start; the host page itself never sees an exception. */
export interface Problem {
  /**
   * `dropped`: given up; the message tells how many and why. `rejected`: refused by the endpoint for good. `paused`: the
   * endpoint refuses everything; all is kept. `storage`: the browser refuses to store; events wait in memory. `host`: a
   * function of the host page threw.
   */
  readonly code: 'dropped' | 'rejected' | 'paused' | 'storage' | 'host';
  /** For people. */
  readonly message: string;
  /** The events concerned, where they are known. */
  readonly events: readonly Event[];
}

/** What was given up, by reason: `overflow`, `expired` or `too_large`. */
export type Losses = { readonly [reason: string]: number };

/** One answer of the endpoint, or its absence: status 0. */
export type Answer = readonly [
  status: number,
  /** What was made of it: `done`, `retry`, `split` or `pause`. */
  outcome: string,
  /** The events in the batch. */
  events: readonly Event[],
];

/** What `inspect()` shows. */
export interface Inspection {
  readonly consent: Consent;
  /** How many events of this page wait. */
  readonly waiting: number;
  /** Those of them that are on their way to the disk or there, by their ids. */
  readonly queue: ReadonlyMap<string, string>;
  /** What was given up and not yet told to the endpoint. */
  readonly dropped: Losses;
  /** The last number given to an event. */
  readonly seq: number;
  readonly anonymousId: string;
  readonly userId?: string | undefined;
  readonly companyId?: string | undefined;
}

/** The pipe: events in, batches out. No method ever throws. */
export interface Collector<Events extends EventMap = Record<string, Properties | undefined>> {
  /** Says who is using; this and later events carry the id, beside the anonymous one that ties what was before. */
  identify(userId: string, traits?: Properties): void;
  /** Says for which company the user works. */
  group(companyId: string, traits?: Properties): void;
  /** Tells a fact. Properties are copied at once; later changes to them do not show. */
  track<Name extends keyof Events & string>(
    event: Name,
    ...properties: undefined extends Events[Name] ? [properties?: Events[Name]] : [properties: Events[Name]]
  ): void;
  /** Tells that a page was seen. */
  page(name?: string, properties?: Properties): void;
  /** Tells that `previousId`, the anonymous id unless given, is `userId`. */
  alias(userId: string, previousId?: string): void;
  /** Forgets user and company and takes a new anonymous id: for logging out. */
  reset(): void;
  /** Sends what waits, now, without the wait after a failure; settles when it was tried. Never rejects. */
  flush(): Promise<void>;
  /** Ends as a page does: sends what may outlive it, and stops. What waits stays on the device for the next visit. */
  dispose(): void;
  /** What the collector is doing, for people who debug. */
  inspect(): Inspection;
  /** Tells what the person has agreed to. `denied` wipes the device as `forget` does. */
  consent(consent: Consent): void;
  /** Adds a middleware; returns its undo. */
  use(middleware: Middleware): () => void;
  /** Wipes everything the collector keeps on this device, and takes a new anonymous id. */
  forget(): Promise<void>;
}
