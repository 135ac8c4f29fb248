import type { Answer, Inspection, Problem } from './api.js';
import type { ContextProvider } from './context.js';
import type { Format } from './format.js';
import { own } from './formats/own.js';

/** `granted` stores and sends; `stored` and `pending` wait for a word, on the device or in memory; `denied` does neither. */
export type Consent = 'granted' | 'stored' | 'pending' | 'denied';

/** What the collector does unless told otherwise. Times are in milliseconds, sizes in characters of JSON. */
export const defaults = {
  /** How batches are written and answers are read. */
  format: own() as Format,
  /** Most events in one request. */
  batchEvents: 100,
  /** Most bytes in one request; above 64 KiB a request cannot outlive its page. */
  batchBytes: 60_000,
  /** Events older than this are dropped. */
  maxAge: 30 * 86_400_000,
  /** Most events kept on the device; the oldest go first. */
  queueEvents: 10_000,
  /** How long an event waits for others to share its request. */
  delay: 1_000,
};

/** As the browser's; what has to go out at once, because the page is leaving, is said to be so. */
export type Fetch = (url: string, init: RequestInit, isLeaving?: boolean) => Promise<Response>;

type Given<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** What `createCollector` takes: an endpoint, a key, and whatever differs from {@link defaults}. */
export interface CollectorOptions extends Given<typeof defaults> {
  /** Where batches are posted: a URL or an absolute path, for example `/waymark/v1/batch`. */
  readonly endpoint: string;
  /** The public key that says whose events these are; it also names the queue on the device. */
  readonly key: string;
  /** Extra request headers; on other origins they cost a CORS preflight. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Hears of everything that was refused, dropped or paused. */
  readonly onError?: ((problem: Problem) => void) | undefined;
  /** Called when something was queued, answered or wiped: with what `inspect()` shows, and the answer if there was one. */
  readonly onChange?: ((now: Inspection, answer: Partial<Answer>) => void) | undefined;
  /** `most`: what was sent while the page closed is not sent again. Else it is, unless it was confirmed. */
  readonly exit?: 'least' | 'most' | undefined;
  /** Makes requests instead of the browser's `fetch`: `gzip`, for endpoints that take `content-encoding: gzip`. */
  readonly fetch?: Fetch | undefined;
  /** Whether the person has agreed: `granted` unless named, or unless the browser says otherwise. */
  readonly consent?: Consent | undefined;
  /** What each event says of its surroundings; nothing unless named. */
  readonly context?: ContextProvider | undefined;
}

/** Options with nothing missing that has a default. */
export type Settings = CollectorOptions & {
  readonly [Name in keyof typeof defaults]: (typeof defaults)[Name];
} & { readonly consent: Consent };

/** Fills in what is missing; throws on a programmer's mistake, with what was expected, what came and what to do. */
export const settle = (options: CollectorOptions): Settings => {
  const settings = {
    // https://globalprivacycontrol.org
    consent: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ? 'denied' : 'granted',
    ...defaults,
    ...options?.format?.defaults,
    ...options,
  };
  if (!/^(https?:\/)?\//.test(settings.endpoint) || !settings.key)
    throw TypeError(`Expected endpoint and key, got ${JSON.stringify(options)}`);
  return settings as Settings;
};
