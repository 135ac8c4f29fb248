import type { Event, Json, JsonObject, Readable } from '@waymark/contracts';
import type { Format } from './format.js';

/** Event names with their properties: `{ 'report.exported': { rows: number } }`. */
export type EventMap = { readonly [event: string]: object | undefined };

/** `granted` stores and sends; `pending` waits for a word; `denied` neither stores nor sends. */
export type Consent = 'granted' | 'pending' | 'denied';

/** Sees each event before it is queued: gives it back, changed or not, or several, or nothing to drop it. */
export type Middleware = (event: Event) => Event | readonly Event[] | null | undefined;

/** A part of every event's context, asked for when an event is tracked. */
export type ContextProvider = () => JsonObject;

/** What went wrong, after the start; the host page itself never sees an exception. */
export interface CollectorProblem {
  /** For programs: `rejected`, `paused`, `dropped`, `storage`, `middleware`, `invalid`. */
  readonly code: 'rejected' | 'paused' | 'dropped' | 'storage' | 'middleware' | 'invalid';
  /** For people: what was expected, what came and what to do. */
  readonly message: string;
  /** The events concerned, when they are known. */
  readonly events?: readonly Event[];
}

/** What {@link createCollector} takes. Times are in milliseconds, sizes in bytes. */
export interface CollectorOptions {
  /** Where batches are posted: a URL or an absolute path, for example `/waymark/v1/batch`. */
  readonly endpoint: string;
  /** The public key that says whose events these are; it also names the queue on the device. */
  readonly key: string;
  /** Gives the user's short JWT; asked before each batch. */
  readonly token?: (() => string | null | undefined | Promise<string | null | undefined>) | undefined;
  /** How batches are written and answers read; `own()` unless named. */
  readonly format?: Format | undefined;
  /** Extra request headers; they cost a CORS preflight on other origins. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Hears of everything that was refused, dropped or paused. */
  readonly onError?: ((problem: CollectorProblem) => void) | undefined;
  /** How long an event waits for others to share its request. */
  readonly delay?: number | undefined;
  readonly batchEvents?: number | undefined;
  readonly batchBytes?: number | undefined;
  readonly queueEvents?: number | undefined;
  readonly queueBytes?: number | undefined;
  /** Events older than this are dropped. */
  readonly maxAge?: number | undefined;
  /** Inactivity after which a new session begins. */
  readonly sessionTimeout?: number | undefined;
  /** `least`: what was sent while the page closed is sent again unless confirmed. `most`: it is not. */
  readonly exit?: 'least' | 'most' | undefined;
  /** Compress bodies; only for endpoints that take `content-encoding: gzip`. */
  readonly gzip?: boolean | undefined;
  readonly consent?: Consent | undefined;
  /** Where events wait while consent is pending. */
  readonly pending?: 'memory' | 'storage' | undefined;
  /** Take Global Privacy Control for `denied`. */
  readonly gpc?: boolean | undefined;
  /** Take Do Not Track for `denied`. */
  readonly dnt?: boolean | undefined;
  readonly context?: readonly ContextProvider[] | undefined;
  /** Print to the console what happens. */
  readonly debug?: boolean | undefined;
}

/** What `inspect()` shows. */
export interface Inspection {
  readonly consent: Consent;
  /** `disk`, or `memory` where the browser refuses storage. */
  readonly storage: 'disk' | 'memory';
  readonly waiting: number;
  readonly dropped: Readonly<Record<string, number>>;
  /** The last answers, newest last. */
  readonly answers: readonly Answer[];
  readonly anonymousId: string;
  readonly userId: string | undefined;
  readonly companyId: string | undefined;
}

/** One answer of the endpoint, or its absence: status 0. */
export interface Answer {
  readonly at: number;
  readonly status: number;
  readonly events: number;
  readonly outcome: string;
}

type Properties = { readonly [key: string]: unknown };

/** The pipe: events in, batches out. */
export interface Collector<Events extends EventMap = Record<string, Properties>> {
  /** Says who is using; later events carry the id. Ties what the anonymous id did to it. */
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
  /** Tells that `previousId` (the anonymous id unless given) is `userId`. */
  alias(userId: string, previousId?: string): void;
  /** Forgets user and company and takes a new anonymous id: for logging out. */
  reset(): void;
  /** Sends what waits, now; settles when it was tried. Never rejects. */
  flush(): Promise<void>;
  /** Stops listening and sending. What waits stays on the device for the next visit. */
  dispose(): void;
  /** What the collector is doing, for people who debug. */
  inspect(): Inspection;
  consent(consent: Consent): void;
  /** Adds a middleware; returns its undo. */
  use(middleware: Middleware): () => void;
  /** Wipes everything the collector keeps on this device. */
  forget(): Promise<void>;
  /** How many events wait in the queue. */
  readonly waiting: Readable<number>;
}

export type { Event, Json, JsonObject, Readable };
