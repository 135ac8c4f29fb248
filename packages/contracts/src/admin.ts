import type { Verdict } from './batch.js';
import type { Event } from './event.js';
import type { JsonObject } from './json.js';
import type { Redemption } from './redemption.js';
import type { BadgeView, DayView, LedgerEntry, LevelView, Preferences } from './snapshot.js';

/** One event as operators see it arrive, with what it caused. */
export interface LiveEvent {
  readonly position: string;
  readonly id: string;
  readonly event: string;
  readonly userId: string;
  readonly userName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly timestamp: string;
  /** The hub's clock when it was accepted, ISO 8601. */
  readonly receivedAt: string;
  readonly entries: readonly LedgerEntry[];
  /** It came too late to be scored. */
  readonly late?: boolean | undefined;
}

/** What comes down the operators' live stream. */
export type LiveMessage =
  | { readonly type: 'events'; readonly events: readonly LiveEvent[] }
  | { readonly type: 'rejected'; readonly at: string; readonly verdicts: readonly Verdict[] };

/** A row of the operators' list of people. */
export interface PersonRow {
  readonly userId: string;
  readonly companyId: string;
  readonly name: string;
  readonly companyName: string;
  readonly growth: number;
  readonly level: number;
  readonly badges: number;
  readonly events: number;
  /** When the person's latest event happened, ISO 8601. */
  readonly lastSeen: string;
}

/** A row of the operators' list of companies. */
export interface CompanyRow {
  readonly companyId: string;
  readonly name: string;
  readonly people: number;
  readonly growth: number;
  readonly events: number;
  readonly lastSeen: string;
}

/** One page of a list; `next` is handed back as `cursor` for the page after it, null at the end. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

/** A person in full. */
export interface PersonDetail extends PersonRow {
  readonly role: string | null;
  readonly levels: readonly LevelView[];
  readonly badgeViews: readonly BadgeView[];
  readonly days: readonly DayView[];
  readonly ledger: Page<LedgerEntry>;
}

/** A company in full. */
export interface CompanyDetail extends CompanyRow {
  /** Growth by outcome. */
  readonly outcomes: readonly { readonly outcome: string; readonly points: number }[];
  /** How many people stand on each level, by level index; empty where so few people may not be told apart. */
  readonly levelCounts: readonly number[];
  /** Empty under `works-council`. */
  readonly top: readonly PersonRow[];
}

/** What the hub holds, for the console's header. */
export interface HubOverview {
  readonly version: string;
  readonly playbook: { readonly id: string; readonly version: number };
  /** Under `works-council` the hub shows operators no figures of single people. */
  readonly privacy: 'open' | 'works-council';
  /** The playbook's levels, by whose index people are listed. */
  readonly levels: readonly LevelView[];
  readonly events: number;
  readonly users: number;
  readonly companies: number;
  readonly streams: number;
}

/** Everything the hub holds of a person, to be handed to them. */
export interface PersonExport {
  readonly userId: string;
  readonly name: string;
  readonly traits: JsonObject | null;
  readonly memberships: readonly {
    readonly companyId: string;
    readonly companyName: string;
    readonly role: string | null;
    readonly growth: number;
    readonly level: number;
    readonly preferences: Preferences;
    readonly badges: readonly {
      readonly badgeId: string;
      readonly tier: string;
      readonly earnedAt: string;
    }[];
    readonly redemptions: readonly Redemption[];
    readonly standings: readonly { readonly period: string; readonly points: number }[];
    readonly ledger: readonly LedgerEntry[];
  }[];
  /** Every event of theirs, oldest first, as it was accepted. */
  readonly events: readonly {
    readonly position: string;
    readonly companyId: string;
    readonly receivedAt: string;
    readonly source: string;
    readonly event: Event;
  }[];
}

/** What the erasure of a person took away. */
export interface Erasure {
  readonly events: number;
  /** Ids of the companies they were in. */
  readonly companies: readonly string[];
}

/** What became of a correction: `duplicate` when it was there already. Growth and level are those afterwards. */
export interface CorrectionAnswer {
  readonly id: string;
  readonly status: 'accepted' | 'duplicate';
  readonly growth: number;
  readonly level: number;
}
