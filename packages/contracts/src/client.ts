import type { JsonObject } from './json.js';
import type { RedemptionAnswer } from './redemption.js';
import type { LedgerEntry, Preferences, Snapshot } from './snapshot.js';

/** A value that changes: read it, or be told. */
export interface Readable<T> {
  get(): T;
  /** Calls back at once and on every change; returns its undo. */
  subscribe(listener: (value: T) => void): () => void;
}

/** How the browser stands with the hub. */
export type Connection = 'connecting' | 'live' | 'offline' | 'refused';

/** What widgets draw from. */
export interface View {
  /** The last word of the hub; null until it has spoken. */
  readonly snapshot: Snapshot | null;
  /** The hub's growth value plus what the engine foretells for events under way. */
  readonly growth: number;
  /** Index of the level that `growth` reaches. */
  readonly level: number;
  /** Foretold entries, newest first, that the hub has not confirmed yet. */
  readonly pending: readonly LedgerEntry[];
  readonly connection: Connection;
  /** Why `connection` is `refused`, in words for a developer; else null. */
  readonly problem: string | null;
  /** Events that wait in the collector's queue. */
  readonly waiting: number;
}

/** The narrow handle widgets are given: they read the view, tell facts, and nothing else. */
export interface Client {
  readonly view: Readable<View>;
  track(event: string, properties?: JsonObject): void;
  /** Changes what the person has chosen; resolves once the hub has it, rejects with words for the person's screen. */
  prefer(change: Partial<Preferences>): Promise<void>;
  /**
   * Asks the hub for a reward, which it grants or refuses at once; rejects with words for the person's screen when it
   * cannot be asked. Asked again after that, it is granted once all the same.
   */
  redeem(rewardId: string): Promise<RedemptionAnswer>;
  /**
   * Asks the hub whether a campaign may be shown now, which counts it as shown: false when it may not, and when the hub
   * cannot be asked. Never rejects.
   */
  claim(campaignId: string): Promise<boolean>;
  /** Tries the hub again now instead of at the next scheduled attempt. */
  retry(): void;
}
