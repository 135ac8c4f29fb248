import type { Deliveries } from './campaigns/delivery.js';
import type { Cells } from './cells.js';
import type { Localized } from './localized.js';
import type { Period } from './measure.js';
import type { Medal, MedalGlyph, Tier } from './medal.js';
import type { Playbook, Ranking } from './playbook.js';
import type { Redemption, RedemptionObstacle } from './redemption.js';

/** Everything one person's widgets show, as the hub saw it at `position`. The hub answers only for the token's own user. */
export interface Snapshot {
  /** Where in the log this view stands; also the stream's event id. Opaque, only to be handed back. */
  readonly position: string;
  readonly user: PersonView;
  readonly company: CompanyView;
  readonly role: string | null;
  readonly playbookVersion: number;
  /** Growth value: a whole number, never spent; what has lapsed is not in it. */
  readonly growth: number;
  /** Index into `levels` of the level worn. */
  readonly level: number;
  readonly levels: readonly LevelView[];
  readonly badges: readonly BadgeView[];
  /** Newest first, at most 100. */
  readonly ledger: readonly LedgerEntry[];
  /** Points of the last fourteen local days, oldest first; the last is today. */
  readonly days: readonly DayView[];
  readonly rankings: readonly RankingView[];
  /** The person's league; absent where the playbook has none. */
  readonly league?: LeagueView | undefined;
  /** Quests that the person can do or has done, in the playbook's order. */
  readonly quests: readonly QuestView[];
  readonly streaks: readonly StreakView[];
  /** What there is to spend, one for each currency; absent where the playbook has none. */
  readonly wallets?: readonly WalletView[] | undefined;
  /** What it can be spent on, in the playbook's order; absent where the playbook has no currencies. */
  readonly rewards?: readonly RewardView[] | undefined;
  /** How the own company stands; null without a company. */
  readonly companyGrowth: CompanyGrowthView | null;
  readonly preferences: Preferences;
  /** What lapses within the next months; null where nothing does. */
  readonly lapsing?: LapsingView | null | undefined;
  /** The one next best step, chosen by the engine; null when nothing is left to earn today. */
  readonly nextStep: NextStepView | null;
  /** What the browser needs to foretell the hub's answer to its own events; null when the hub wants no prediction. */
  readonly prediction: PredictionBasis | null;
  /** What campaigns are to show this person; absent where the playbook has none. */
  readonly campaigns?: Deliveries | undefined;
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
  readonly tiers: readonly BadgeTierView[];
  /** Titles of the levels that bring back what is withheld; absent where nothing is. */
  readonly missing?: readonly Localized[] | undefined;
}

/** A tier of a badge. */
export interface BadgeTierView {
  readonly tier: Tier;
  readonly at: number;
  /** When it was earned; null where it is not held. */
  readonly earnedAt: string | null;
  /** When it was earned, though it is withheld now; absent where it is not. */
  readonly withheld?: string | undefined;
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
  /** Why somebody corrected it; absent for what events brought by themselves. */
  readonly reason?: string | undefined;
  /** What it brought of spendable currencies, or took; absent where none. */
  readonly amounts?: readonly CurrencyAmount[] | undefined;
}

/** Points of one local day. */
export interface DayView {
  /** `2026-08-22` */
  readonly day: string;
  readonly points: number;
}

/** One ranking as one person sees it: by name only people of the own company who want that. */
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
  /** Among whom it ranks; the own company without a word. */
  readonly scope?: Ranking['scope'];
  /** The window shown: `2026-08-22`, `2026-W34`, `2026-08`, `2026-Q3`, `2026` or `all`. */
  readonly period?: string | undefined;
  /** The person's own points in the window, also where they have no place. */
  readonly points?: number | undefined;
  /** How many of a hundred people ranked stand strictly below the person, rounded down; null without a place. */
  readonly percentile?: number | null | undefined;
  /** Why nobody is shown: the person is hidden and so has no place, or there are too few people to rank. */
  readonly withheld?: 'hidden' | 'few' | undefined;
}

/** A person's league in the window that runs now, as it stands. */
export interface LeagueView {
  readonly window: 'week' | 'month';
  /** `2026-W34` or `2026-08` */
  readonly period: string;
  /** Index into `names` of the person's league; the lowest one comes first. */
  readonly league: number;
  readonly names: readonly Localized[];
  /** The person's own group, best first; empty before their first points in the window. */
  readonly places: readonly LeaguePlace[];
  /** From this local day on nothing changes the result any more. */
  readonly settles: string;
  /** Why nobody is shown: the person is hidden and so in no league, or there are too few people in it. */
  readonly withheld?: 'hidden' | 'few' | undefined;
  /** How the last settled window ended for the person; null before the first one. */
  readonly last: {
    readonly period: string;
    readonly league: number;
    readonly rank: number;
    readonly people: number;
    /** The league after it. */
    readonly to: number;
  } | null;
}

/** A place in a league's group, and where it leads if the window ended now. */
export interface LeaguePlace extends RankView {
  readonly zone: 'up' | 'stay' | 'down';
}

/** A set of steps to take, as one person or company stands in it. */
export interface QuestView {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized | null;
  /** Whose steps count: the person's own, or those of everybody in the company together. */
  readonly by: 'member' | 'company';
  /** Whether a step counts only from the day on which the one before it was done. */
  readonly ordered: boolean;
  readonly steps: readonly QuestStepView[];
  /** What doing all steps brings; 0 for the honour alone. */
  readonly points: number;
  /** What it brings of spendable currencies; absent where nothing. */
  readonly earns?: readonly (CurrencyAmount & { readonly name: Localized })[] | undefined;
  /** The last local day on which a step counts, `2026-08-31`; null without a limit. */
  readonly until: string | null;
  readonly state: 'open' | 'done' | 'missed';
  /** The local day on which the last step was done; null before. */
  readonly doneOn: string | null;
}

/** A step of a quest. */
export interface QuestStepView {
  readonly name: Localized;
  /** How far, in the units of `at`, at most `at`. */
  readonly progress: number;
  readonly at: number;
  readonly done: boolean;
}

/** So much of a spendable currency. */
export interface CurrencyAmount {
  /** Id of the currency. */
  readonly currency: string;
  readonly amount: number;
}

/** What a person has of one currency. */
export interface WalletView {
  /** Id of the currency. */
  readonly id: string;
  readonly name: Localized;
  /** What can be spent, never below 0. */
  readonly balance: number;
  /** What was spent and then taken back: what comes next makes up for it first. Above 0 only where `balance` is 0. */
  readonly owed: number;
  /** What lapses next if it is not spent, and the last local day on which it can be; null where nothing lapses. */
  readonly lapse: { readonly amount: number; readonly day: string } | null;
}

/** A reward as one person sees it. */
export interface RewardView {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized | null;
  readonly glyph: MedalGlyph | null;
  readonly cost: CurrencyAmount;
  /** How many there still are for everybody; null without end. */
  readonly left: number | null;
  /** How many one person may have; null without end. */
  readonly perPerson: number | null;
  /** Index of the level that is needed. */
  readonly level: number;
  /** The first and the last local day on which it can be redeemed; null where that is open. */
  readonly from: string | null;
  readonly until: string | null;
  /** Why it cannot be had now; null where it can. */
  readonly obstacle: RedemptionObstacle | null;
  /** The person's own, newest first. */
  readonly redemptions: readonly Redemption[];
}

/** Consecutive working periods with something done in each. */
export interface StreakView {
  readonly id: string;
  readonly name: Localized;
  readonly unit: 'day' | 'workday' | 'week' | 'month';
  /** Periods up to now; the present one counts once something is done in it, and breaks nothing before it is over. */
  readonly current: number;
  readonly longest: number;
  /** Whether the present period has something done in it. */
  readonly isActiveNow: boolean;
  /** Missed periods that may still be forgiven. */
  readonly freezes: number;
  /** The latest periods, oldest first, the present one last: about twelve weeks of days, else twelve periods. */
  readonly periods: readonly StreakPeriodView[];
}

/** One period of a streak; `off` are days that nobody works, `frozen` a miss that was forgiven, `paused` one on leave. */
export interface StreakPeriodView {
  /** The period's first local day. */
  readonly day: string;
  readonly state: 'active' | 'missed' | 'frozen' | 'paused' | 'off' | 'open';
}

/** A company's own growth, the sum of what its people bring it. */
export interface CompanyGrowthView {
  readonly growth: number;
  /** Index into `levels` of the level reached. */
  readonly level: number;
  /** The company's levels; empty where the playbook has none. */
  readonly levels: readonly LevelView[];
  /** What only decision makers and administrators see; null for others, and for a company of too few people. */
  readonly people: CompanyPeopleView | null;
}

/** How the people of a company do, never who: groups smaller than five are left out. */
export interface CompanyPeopleView {
  readonly total: number;
  /** Those who did something in the last seven and the last twenty-eight local days. */
  readonly active7: number;
  readonly active28: number;
  /** How many stand at each of the person levels, by index. */
  readonly byLevel: readonly number[];
  /** What is used, by the rule that rewards it: how many people ever, and in the last twenty-eight days. */
  readonly adoption: readonly {
    readonly ruleId: string;
    readonly name: Localized;
    readonly ever: number;
    readonly recent: number;
  }[];
  /** Quests begun and not done, and the step that most people wait at. */
  readonly stuck: readonly {
    readonly questId: string;
    readonly name: Localized;
    readonly step: Localized;
    readonly people: number;
  }[];
}

/** What a person has chosen. */
export interface Preferences {
  /** How others in rankings see this person: by name, by an alias, or not at all. */
  readonly ranking: 'name' | 'alias' | 'hidden';
  /** The alias; null for one that is made from nothing. */
  readonly alias: string | null;
  /** No toasts and no level-up moment. */
  readonly quiet: boolean;
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

/** What a person loses if they earn nothing more; both dates are the last local day on which it still counts. */
export interface LapsingView {
  /** The points that lapse first. */
  readonly points: { readonly points: number; readonly on: string } | null;
  /** The level worn now, and how many points by then keep it; null where none can. */
  readonly level: { readonly level: number; readonly on: string; readonly more: number | null } | null;
}

/** The rules and the member's own cells that they touch now. */
export interface PredictionBasis {
  readonly playbook: Playbook;
  readonly cells: Cells;
  /** The level worn whatever is still to come, where growth lapses: what lapsed is not in the cells' growth. */
  readonly level?: number | undefined;
}
