import type { Client } from '@waymark/contracts';
import type { Overrides } from '../locale/voice.js';
import type { Theme, Tokens } from '../theme/tokens.js';
import type { Memory } from './memory.js';

/** How a widget looks and speaks; all of it may change while it is mounted. */
export interface Appearance<Key extends string> {
  /** Language tag; by default that of the page. */
  readonly locale?: string | undefined;
  /** By default `auto`. */
  readonly theme?: Theme | undefined;
  /** Strings of your own, by key. */
  readonly messages?: Overrides<Key> | undefined;
  /** Token values set on the host element; those set by the page's own CSS need not be named here. */
  readonly tokens?: Tokens | undefined;
}

/** What every widget is mounted with. */
export interface WidgetOptions<Key extends string> extends Appearance<Key> {
  readonly client: Client;
  /** The element that carries the widget; by default one is made at the end of the body and removed on dispose. */
  readonly host?: HTMLElement | undefined;
  /** By default `localStorage`, and the page's life where that is forbidden. */
  readonly memory?: Memory | undefined;
}
