import type { Cells } from './cells.js';
import type { Localized } from './localized.js';
import type { Medal, Tier } from './medal.js';
import type { Period, Playbook, Ranking } from './playbook.js';

/** Everything one person's widgets show, as the hub saw it at `position`. The hub answers only for the token's own user. */
export interface Snapshot {
  /** Where in the log this view stands; also the stream's event id. Opaque, only to be handed back. */
  readonly position: string;
  readonly user: PersonView;
  readonly company: CompanyView;
  readonly role: string | null;
  readonly playbookVersion: number;
  /** Growth value: a whole number, never spent. */
  readonly growth: number;
  /** Index into `levels` of the level reached. */
  readonly level: number;
  readonly levels: readonly LevelView[];
  readonly badges: readonly BadgeView[];
  /** Newest first, at most 100. */
  readonly ledger: readonly LedgerEntry[];
  /** Points of the last fourteen local days, oldest first; the last is today. */
  readonly days: readonly DayView[];
  readonly rankings: readonly RankingView[];
  /** The one next best step, chosen by the engine; null when nothing is left to earn today. */
  readonly nextStep: NextStepView | null;
  /** What the browser needs to foretell the hub's answer to its own events; null when the hub wants no prediction. */
  readonly prediction: PredictionBasis | null;
}

/** A person as others may see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A company. */
export interface CompanyView {
  readonly id: string;
  readonly name: string;
}

/** A level with the benefits it unlocks. */
export interface LevelView {
  readonly at: number;
  readonly title: Localized;
  readonly benefits: readonly BenefitView[];
}

/** What a level unlocks. */
export interface BenefitView {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized | null;
}

/** A badge as its owner sees it. A secret one that is not earned yet has neither name, description, glyph nor numbers. */
export interface BadgeView {
  readonly id: string;
  readonly name: Localized | null;
  readonly description: Localized | null;
  readonly medal: Medal | null;
  readonly secret: boolean;
  /** How far the person is, in the units of `tiers[].at`. */
  readonly progress: number;
  readonly tiers: readonly { readonly tier: Tier; readonly at: number; readonly earnedAt: string | null }[];
}

/** One immutable change of points, with the event that caused it and why it is as large as it is. */
export interface LedgerEntry {
  readonly id: string;
  readonly eventId: string;
  readonly event: string;
  readonly ruleId: string;
  readonly ruleName: Localized;
  readonly points: number;
  /** The period whose limit cut this entry; null when it counted in full. */
  readonly capped: Period | null;
  /** When it happened, ISO 8601 with the person's offset. */
  readonly timestamp: string;
  readonly playbookVersion: number;
}

/** Points of one local day. */
export interface DayView {
  /** `2026-08-22` */
  readonly day: string;
  readonly points: number;
}

/** One ranking as one person sees it: own company only. */
export interface RankingView {
  readonly id: string;
  readonly name: Localized;
  readonly window: Ranking['window'];
  /** How many people are ranked. */
  readonly total: number;
  /** The person's own place; null with no points in the window. */
  readonly me: RankView | null;
  /** Places around the person, the person among them. */
  readonly around: readonly RankView[];
  readonly top: readonly RankView[];
}

/** A place in a ranking: 1 + the number of people strictly above; equal points share a place. */
export interface RankView {
  readonly rank: number;
  readonly points: number;
  readonly user: PersonView;
}

/** What to do next, and what it brings. */
export interface NextStepView {
  readonly ruleId: string;
  readonly name: Localized;
  readonly points: number;
}

/** The rules and the member's own cells that they touch now. */
export interface PredictionBasis {
  readonly playbook: Playbook;
  readonly cells: Cells;
}
