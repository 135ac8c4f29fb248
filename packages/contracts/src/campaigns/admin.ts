import type { JsonObject } from '../json.js';
import type { Localized } from '../localized.js';
import type { Problem } from '../problem.js';
import type { AudienceCondition } from './audience.js';
import type { Campaign, Channel } from './campaign.js';
import type { Deliveries } from './delivery.js';

/** The operators' list of campaigns: `GET /admin/v1/campaigns`. */
export interface CampaignList {
  readonly playbookVersion: number;
  /** In the order in which they come to people. */
  readonly rows: readonly CampaignRow[];
  /** Named audiences, for pushes. */
  readonly audiences: readonly { readonly id: string; readonly name: Localized }[];
}

/** A campaign with what became of it. */
export interface CampaignRow {
  readonly id: string;
  readonly name: Localized;
  readonly kind: Campaign['content']['kind'];
  readonly status: Campaign['status'];
  readonly channel: Channel;
  /** Whom it is for; absent where that is everybody. */
  readonly audience?: AudienceCondition | undefined;
  /** Percent who are held out; 0 for a campaign without an experiment. */
  readonly holdout: number;
  /** Name of the event that it is for; null without a goal. */
  readonly goal: string | null;
  /** Whether an operator can send it. */
  readonly isPushed: boolean;
  readonly figures: CampaignFigures;
  /** Null without a goal. */
  readonly effect: CampaignEffect | null;
}

/** How many people, each once; `impressions` counts every showing. */
export interface CampaignFigures {
  readonly entered: number;
  readonly heldOut: number;
  readonly shown: number;
  readonly impressions: number;
  readonly clicked: number;
  readonly answered: number;
  readonly snoozed: number;
  readonly dismissed: number;
  readonly completed: number;
  /** To whom it could not be shown where it belongs. */
  readonly anchorLost: number;
}

/** Who came to the goal, of those whose time for it is over. */
export interface CampaignEffect {
  /** What was assigned as one, and is counted so. */
  readonly by: 'user' | 'company';
  /** Days within which the goal counts. */
  readonly days: number;
  readonly groups: readonly EffectGroup[];
  /** All who got it against those held out; null while either group is too small to say. */
  readonly lift: EffectLift | null;
}

/** A group of an experiment. */
export interface EffectGroup {
  /** `holdout`, or an arm; null where there is but one. */
  readonly group: 'holdout' | { readonly arm: string | null };
  readonly entered: number;
  readonly reached: number;
}

/** By how much more of those who got it come to the goal: shares from −1 to 1. It may be looked at every day. */
export interface EffectLift {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

/** A campaign in full: `GET /admin/v1/campaigns/:campaignId`. */
export interface CampaignDetail extends CampaignRow {
  readonly campaign: Campaign;
  /** How many people came to each step of a tour, or clicked on each item; in the content's order, all arms together. */
  readonly parts: readonly { readonly part: string; readonly people: number }[];
  /** How often each answer was given, the most frequent first; words that people wrote are not in it. */
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string | number;
    readonly count: number;
  }[];
  /** When operators sent it, newest first. */
  readonly pushes: readonly CampaignPush[];
  /** What the linter says of it. */
  readonly findings: readonly Problem[];
}

/** A campaign was sent. */
export interface CampaignPush {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly operator: string;
  readonly to: PushTarget;
}

/** To whom: one person, a named audience, or all whom the campaign's own audience reaches. */
export type PushTarget =
  | { readonly userId: string; readonly companyId: string }
  | { readonly audience: string }
  | 'everybody';

/** What the console posts to `/admin/v1/campaigns/:campaignId/pushes`. The campaign needs the trigger `push`. */
export interface PushRequest {
  /** Any text that is new with each push, and the same when one is sent again. */
  readonly id: string;
  readonly operator: string;
  readonly to: PushTarget;
}

/** What became of it; `online` people have the product open on this hub now. */
export interface PushAnswer {
  readonly id: string;
  readonly status: 'accepted' | 'duplicate';
  readonly online: number;
}

/** One thing that is asked at a gate, and what the person has. */
export interface GateReading {
  /** `$user.plan`, `hello max`, `push` */
  readonly path: string;
  readonly expected: unknown;
  /** Absent for what the person has not. */
  readonly actual?: unknown;
  readonly holds: boolean;
}

/** A gate on the way of a campaign to a person. */
export interface GateView {
  readonly gate:
    | 'status'
    | 'schedule'
    | 'audience'
    | 'trigger'
    | 'experiment'
    | 'frequency'
    | 'limits'
    | 'slot';
  readonly passed: boolean;
  /** What was asked and what the person has, in plain English. */
  readonly words: string;
  readonly readings: readonly GateReading[];
}

/** What becomes of a campaign with a person, and why. */
export interface VerdictView {
  readonly campaignId: string;
  readonly name: Localized;
  /** `standby`: all that keeps it away is another one that interrupts first. */
  readonly outcome: 'delivered' | 'standby' | 'held_out' | 'stopped';
  /** The first gate that it did not pass. */
  readonly stoppedBy: GateView['gate'] | null;
  readonly gates: readonly GateView[];
  /** How far it came with the person: `never`, `held_out`, `entered`, `shown`, `snoozed`, `dismissed`, `completed`. */
  readonly state: string;
  /** Whether it is for the page that was asked about; true where none was. */
  readonly isOnPage: boolean;
}

/**
 * All that is decided about a person at a moment: `GET /admin/v1/campaigns/:campaignId/why?userId=&companyId=` with that
 * verdict alone, and `POST /admin/v1/decisions` with those of all campaigns. Not under `works-council`.
 */
export interface DecisionView {
  readonly userId: string;
  readonly companyId: string;
  readonly name: string;
  /** The person's own time that it is decided for, ISO 8601 with their offset. */
  readonly at: string;
  readonly online: boolean;
  readonly verdicts: readonly VerdictView[];
  /** What the person's browser would be told. */
  readonly campaigns: Deliveries;
}

/** What the console posts to `/admin/v1/decisions`: this person, at this page, at this time. Nothing is logged. */
export interface DecisionRequest {
  readonly userId: string;
  readonly companyId: string;
  /** Path of the page; any page where nothing is said. */
  readonly path?: string | undefined;
  /** ISO 8601 with an offset; now where nothing is said. */
  readonly at?: string | undefined;
  /** A draft, decided as if it were live; it takes the place of a campaign with its id. */
  readonly campaign?: unknown;
}

/** A draft of a campaign: `GET`, `PUT` and `DELETE /admin/v1/drafts/:campaignId`. */
export interface CampaignDraft {
  readonly campaignId: string;
  /** As it was saved, right or not. */
  readonly campaign: JsonObject;
  readonly operator: string;
  /** ISO 8601 */
  readonly savedAt: string;
  /** Why it cannot go live as it is; paths are those of the campaign. */
  readonly problems: readonly Problem[];
  /** What to look at before it does. */
  readonly findings: readonly Problem[];
  /** Whether the playbook in force has a campaign with its id, which it would replace. */
  readonly replaces: boolean;
}

/** All drafts, newest first: `GET /admin/v1/drafts`. */
export interface DraftList {
  readonly rows: readonly CampaignDraft[];
}

/**
 * What is sent to `PUT /admin/v1/drafts/:campaignId`. A draft goes live with the operators' playbook file:
 * `GET /admin/v1/drafts/:campaignId/playbook` is the playbook in force with the draft in it, one version on.
 */
export interface DraftRequest {
  readonly campaign: JsonObject;
  readonly operator: string;
}
