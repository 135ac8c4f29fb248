import type { Issuer } from '../credential/issuer.js';
import type { NameOf } from '../intake/given-names.js';

/** How a hub behaves; each has a value that fits most. */
export interface HubSettings {
  /** Path below which everything is served, without a slash at its end: `/waymark`. */
  readonly prefix: string;
  /** Whether events without a user's token count as what they claim, or are refused. */
  readonly identity: 'claimed' | 'required';
  /**
   * Days after which an event that a browser sends is kept but not scored, so that settled rankings stay settled; null to
   * score whatever comes. Imports and the vendor's own server may tell of any day.
   */
  readonly lateAfterDays: number | null;
  /** What to call users and companies until a token or an event says more. */
  readonly nameOf: NameOf;
  /** Roles, as tokens say them, that see how the people of their company do: numbers, never names. */
  readonly companyRoles: readonly string[];
  /** Folder of the script-tag build: `waymark.js` and, under `sdk/`, the versioned modules it imports. */
  readonly sdk: string | null;
  /** Folder of the built console, served at `/console/`. */
  readonly console: string | null;
  /** In whose name earned badges are given out as credentials; null to give out none. */
  readonly issuer: Issuer | null;
  /** Largest body in bytes. */
  readonly bodyLimit: number;
  /** Streams open at once. */
  readonly streamLimit: number;
  /** How long changes are gathered before they are pushed, in milliseconds. */
  readonly gatherMs: number;
  /** Between signs of life on an idle stream, in milliseconds. */
  readonly heartbeatMs: number;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Hears of what went wrong inside. */
  readonly onError: (error: unknown) => void;
}

/** What a hub does without being told otherwise. */
export const DEFAULTS: HubSettings = {
  prefix: '',
  identity: 'claimed',
  lateAfterDays: 7,
  nameOf: (_kind, id) => id,
  companyRoles: ['decision maker', 'administrator'],
  sdk: null,
  console: null,
  issuer: null,
  bodyLimit: 1024 * 1024,
  streamLimit: 10_000,
  gatherMs: 30,
  heartbeatMs: 15_000,
  now: Date.now,
  onError: (error) => console.error(error),
};
