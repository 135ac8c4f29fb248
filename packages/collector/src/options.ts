import type { Problem } from './api.js';
import { browserContext, type ContextProvider } from './context.js';
import type { Format } from './format.js';
import { own } from './formats/own.js';

/** `granted` stores and sends; `pending` waits for a word; `denied` neither stores nor sends. */
export type Consent = 'granted' | 'pending' | 'denied';

type Token = string | null | undefined;

/** What the collector does unless told otherwise. Times are in milliseconds, sizes in characters of JSON. */
export const defaults = {
  /** Gives the user's short JWT; asked before each batch. */
  token: ((): Token => undefined) as () => Token | Promise<Token>,
  /** How batches are written and answers are read. */
  format: own() as Format,
  /** Extra request headers; on other origins they cost a CORS preflight. */
  headers: {} as Readonly<Record<string, string>>,
  /** Hears of everything that was refused, dropped or paused. */
  onError: (() => {}) as (problem: Problem) => void,
  /** How long an event waits for others to share its request. */
  delay: 1_000,
  /** Most events in one request. */
  batchEvents: 100,
  /** Most bytes in one request; above 64 KiB a request cannot outlive its page. */
  batchBytes: 60_000,
  /** Most events kept on the device; the oldest go first. */
  queueEvents: 10_000,
  /** Most JSON kept on the device. */
  queueBytes: 10_000_000,
  /** Events older than this are dropped. */
  maxAge: 30 * 86_400_000,
  /** Inactivity after which a new session begins. */
  sessionTimeout: 30 * 60_000,
  /** `least`: what was sent while the page closed is sent again unless confirmed. `most`: it is not. */
  exit: 'least' as 'least' | 'most',
  /** Compresses bodies; only for endpoints that take `content-encoding: gzip`. */
  gzip: false,
  /** Whether the person has agreed. */
  consent: 'granted' as Consent,
  /** Where events wait while consent is pending. */
  pending: 'memory' as 'memory' | 'storage',
  /** Takes the browser's Global Privacy Control for `denied`. */
  gpc: true,
  /** Takes the browser's Do Not Track for `denied`. */
  dnt: false,
  /** What is asked for the context of each event. */
  context: browserContext,
  /** Prints to the console what happens. */
  debug: false,
};

type Defaults = typeof defaults;

/** What `createCollector` takes: an endpoint, a key, and whatever differs from {@link defaults}. */
export type CollectorOptions = {
  /** Where batches are posted: a URL or an absolute path, for example `/waymark/v1/batch`. */
  readonly endpoint: string;
  /** The public key that says whose events these are; it also names the queue on the device. */
  readonly key: string;
} & { readonly [Name in keyof Defaults]?: Defaults[Name] | undefined };

/** Options with nothing missing. */
export type Settings = Defaults & Pick<CollectorOptions, 'endpoint' | 'key'>;

function expect(right: boolean, name: string, what: string, came: unknown, example: string): void {
  if (!right)
    throw TypeError(
      `[collector] Expected \`${name}\` to be ${what}, got ${JSON.stringify(came)}. Pass for example "${example}".`,
    );
}

/** Fills in what is missing; throws on a programmer's mistake, with what was expected, what came and what to do. */
export function settle(options: CollectorOptions): Settings {
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  const settings = { ...defaults, ...Object.fromEntries(given) } as Settings;
  const { endpoint, key } = settings;
  expect(/^(https?:\/)?\//.test(endpoint), 'endpoint', 'a URL or an absolute path', endpoint, '/v1/batch');
  expect(!!key && typeof key === 'string', 'key', 'a text', key, 'wk_demo');
  return settings;
}

export type { ContextProvider };
