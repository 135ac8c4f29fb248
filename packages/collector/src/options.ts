import type { Problem } from './api.js';
import type { ContextProvider } from './context.js';
import type { Format } from './format.js';
import { own } from './formats/own.js';

/** `granted` stores and sends; `pending` waits for a word; `denied` neither stores nor sends. */
export type Consent = 'granted' | 'pending' | 'denied';

type Token = string | null | undefined;

/** What the collector does unless told otherwise. Times are in milliseconds, sizes in characters of JSON. */
export const defaults = {
  /** How batches are written and answers are read. */
  format: own() as Format,
  /** How long an event waits for others to share its request. */
  delay: 1_000,
  /** Most events in one request. */
  batchEvents: 100,
  /** Most bytes in one request; above 64 KiB a request cannot outlive its page. */
  batchBytes: 60_000,
  /** Most events kept on the device; the oldest go first. */
  queueEvents: 10_000,
  /** Events older than this are dropped. */
  maxAge: 30 * 86_400_000,
  /** Inactivity after which a new session begins. */
  sessionTimeout: 30 * 60_000,
  /** Takes the browser's Global Privacy Control for `denied`. */
  gpc: true,
  /** What is asked for the context of each event; nothing unless named. */
  context: [] as readonly ContextProvider[],
};

type Given<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** What `createCollector` takes: an endpoint, a key, and whatever differs from {@link defaults}. */
export interface CollectorOptions extends Given<typeof defaults> {
  /** Where batches are posted: a URL or an absolute path, for example `/waymark/v1/batch`. */
  readonly endpoint: string;
  /** The public key that says whose events these are; it also names the queue on the device. */
  readonly key: string;
  /** Gives the user's short JWT; asked before each batch. */
  readonly token?: (() => Token | Promise<Token>) | undefined;
  /** Extra request headers; on other origins they cost a CORS preflight. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Hears of everything that was refused, dropped or paused. */
  readonly onError?: ((problem: Problem) => void) | undefined;
  /** `most`: what was sent while the page closed is not sent again. Else it is, unless it was confirmed. */
  readonly exit?: 'least' | 'most' | undefined;
  /** Compresses bodies: `gzip`, for endpoints that take `content-encoding: gzip`. */
  readonly compress?: ((init: RequestInit) => Promise<void>) | undefined;
  /** Whether the person has agreed: `granted` unless named, or unless the browser says otherwise. */
  readonly consent?: Consent | undefined;
  /** Where events wait while consent is pending: in memory unless named. */
  readonly pending?: 'memory' | 'storage' | undefined;
  /** Takes the browser's Do Not Track for `denied`. */
  readonly dnt?: boolean | undefined;
  /** Prints to the console what happens. */
  readonly debug?: boolean | undefined;
}

/** Options with nothing missing that has a default. */
export type Settings = CollectorOptions & {
  readonly [Name in keyof typeof defaults]: (typeof defaults)[Name];
};

/** Fills in what is missing; throws on a programmer's mistake, with what was expected, what came and what to do. */
export const settle = (options: CollectorOptions): Settings => {
  const settings = { ...defaults, ...options?.format?.defaults, ...options };
  const { endpoint, key } = settings;
  if (!/^(https?:\/)?\//.test(endpoint) || !key)
    throw TypeError(
      `[collector] Expected a URL or path as \`endpoint\` and a \`key\`, got ${JSON.stringify({ endpoint, key })}.`,
    );
  return settings as Settings;
};
