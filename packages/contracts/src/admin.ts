import type { Verdict } from './batch.js';
import type { Event } from './event.js';
import type { JsonObject } from './json.js';
import type { Localized } from './localized.js';
import type { Period } from './measure.js';
import type { Redemption } from './redemption.js';
import type { BadgeView, CurrencyAmount, DayView, LedgerEntry, LevelView, Preferences } from './snapshot.js';

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
  /** All ids of the person, where several were merged. */
  readonly userIds?: readonly string[] | undefined;
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

/** An event of a person that no ledger entry tells of. */
export interface SilentEvent {
  readonly eventId: string;
  readonly event: string;
  /** When it happened, ISO 8601 with the person's offset. */
  readonly timestamp: string;
  /** It came too late to be scored. */
  readonly late: boolean;
}

/** Why an event brought what it brought, valued as it was when it came. */
export interface EventExplanation {
  readonly eventId: string;
  readonly event: string;
  readonly timestamp: string;
  /** The hub's clock when it was accepted, ISO 8601. */
  readonly receivedAt: string;
  /** By which door it came in; rules that trust nobody else listen to `server`, `import` and `operator` alone. */
  readonly source: 'browser' | 'server' | 'import' | 'operator';
  readonly companyId: string;
  /** Empty for somebody not known yet: such an event earns nothing. */
  readonly userId: string;
  /** Whom it counts for since a move or a merge; null for the person themselves. */
  readonly countsFor: { readonly companyId: string; readonly userId: string } | null;
  readonly playbookVersion: number;
  /** It came too late to be scored. */
  readonly late: boolean;
  /** It was taken back: it counts as if it had never been. */
  readonly void: boolean;
  /** It is a correction by hand, which no rule listens to. */
  readonly correction: boolean;
  readonly properties: JsonObject;
  /** Everything in that version of the playbook that listens to the event. */
  readonly listeners: readonly ListenerExplanation[];
}

/** What one thing in the playbook made of an event, and why. */
export interface ListenerExplanation {
  readonly kind: 'rule' | 'bonus' | 'quest' | 'badge' | 'streak';
  readonly id: string;
  readonly name: Localized;
  /** `unchanged` matched and brought nothing new; else the first thing that kept it out. */
  readonly verdict: 'counted' | 'capped' | 'unchanged' | 'condition' | 'dates' | 'hours' | 'trust';
  /** What of the condition does not hold. */
  readonly faults: readonly {
    readonly path: string;
    readonly expected: unknown;
    readonly actual?: unknown;
  }[];
  readonly points: number;
  readonly companyPoints: number;
  /** What it brought of spendable currencies; absent where nothing. */
  readonly amounts?: readonly CurrencyAmount[] | undefined;
  /** The period whose limit cut the points. */
  readonly capped: Period | null;
  /** The limit of the rule or bonus; null without one. */
  readonly limit: { readonly per: Period; readonly points: number } | null;
  /** Titles of the levels with which alone the badge is held; absent where nothing takes it back. */
  readonly heldWith?: readonly Localized[] | undefined;
}

/** What a draft of a playbook would have made of the log, beside what the one in force makes of it. */
export interface SimulationReport {
  /** How many events were folded, and from which local day to which; null without any. */
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly live: { readonly id: string; readonly version: number };
  readonly draft: { readonly id: string; readonly version: number };
  /** Whether nothing differs. */
  readonly isEmpty: boolean;
  /** All points, of people and companies. */
  readonly points: LiveAndDraft;
  readonly rules: readonly (LiveAndDraft & {
    readonly ruleId: string;
    readonly name: Localized;
    /** Null for what was given by hand. */
    readonly outcome: string | null;
  })[];
  readonly outcomes: readonly (LiveAndDraft & { readonly outcome: string | null })[];
  /** What people earn of each spendable currency. */
  readonly currencies: readonly (LiveAndDraft & { readonly currency: string; readonly name: Localized })[];
  /** How many people stand at each level, by its index. */
  readonly levels: readonly (LiveAndDraft & { readonly level: number; readonly title: Localized })[];
  /** How many people would have more, and how many less. */
  readonly winners: number;
  readonly losers: number;
  /** Those who change most, at most a hundred; nobody under `works-council`. */
  readonly people: readonly (LiveAndDraft & {
    readonly userId: string;
    readonly companyId: string;
    readonly name: string;
    readonly companyName: string;
    /** Indices into the levels of each playbook. */
    readonly liveLevel: number;
    readonly draftLevel: number;
  })[];
  /** How many people change at all. */
  readonly peopleTotal: number;
  readonly companies: readonly (LiveAndDraft & { readonly companyId: string; readonly name: string })[];
  readonly companiesTotal: number;
  /** What to look at before the draft goes live: where, and what. */
  readonly findings: readonly { readonly path: string; readonly message: string }[];
}

/** The same number under two playbooks. */
export interface LiveAndDraft {
  readonly live: number;
  readonly draft: number;
}
