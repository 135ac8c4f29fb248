import type { Client, JsonObject } from '@waymark/contracts';
import type { Overrides } from '../locale/voice.js';
import type { Theme, Tokens } from '../theme/tokens.js';
import type { TipsKey } from './messages.js';
import type { Why } from './why.js';

/** An event as it was told, for campaigns that begin with one and tour steps that wait for one. */
export interface ToldEvent {
  readonly name: string;
  readonly properties: JsonObject;
  readonly context: JsonObject;
}

/** What {@link startTips} is told. */
export interface TipsOptions {
  readonly client: Client;
  /** By default `auto`. */
  readonly theme?: Theme | undefined;
  /** Language tag; by default that of the page. */
  readonly locale?: string | undefined;
  /** Strings of your own, by key. */
  readonly messages?: Overrides<TipsKey> | undefined;
  /** Token values; those set by the page's own CSS need not be named here. */
  readonly tokens?: Tokens | undefined;
  /** Calls back with every event that the page tells; returns its undo. Without it no event begins anything. */
  readonly listen?: ((listener: (event: ToldEvent) => void) => () => void) | undefined;
  /** Loads what draws; by default an `import()` of its own. */
  readonly load?: (() => Promise<typeof import('./view/index.js')>) | undefined;
  /** Told of everything that goes wrong; never thrown at the page. By default nobody is. */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** Tips at work on a page. */
export interface TipsHandle {
  /** The moment of a campaign that waits for `code`; one that is not delivered to this person stays away. */
  start(campaignId: string): void;
  /** What the browser knows of a campaign: what keeps it away, or what it waits for. */
  why(campaignId: string): Promise<Why>;
  /** Takes everything back. A tour that is under way goes on where tips are started next. */
  dispose(): void;
}
