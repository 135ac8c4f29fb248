import type {
  CurrencyAmount,
  LedgerEntry,
  Localized,
  Period,
  Playbook,
  Rule,
  Tier,
} from '@waymark/contracts';
import type { Fact } from './fact.js';

/** What one fact brought; each kind names its event and the playbook version that granted it. */
export type Award = PointsAward | BadgeAward | LevelAward;

/** A change of one rule's bucket, in points. */
export interface PointsAward {
  readonly kind: 'points';
  readonly ruleId: string;
  readonly eventId: string;
  readonly version: number;
  /** The bucket's new value minus its old one: 0 when the limit was reached before. */
  readonly points: number;
  /** The same for the company: what of the change its growth gets, as far as the person's share takes it. */
  readonly companyPoints: number;
  /** The period whose limit cut this entry; null when it counted in full. */
  readonly capped: Period | null;
  /** The period of the rule's limit. */
  readonly period: Period | 'none';
  /** Keys of the ranking windows it counts in. */
  readonly windows: readonly string[];
  /** What came of spendable currencies with it, or went; absent where none. */
  readonly amounts?: readonly CurrencyAmount[] | undefined;
}

/** A tier of a badge reached. */
export interface BadgeAward {
  readonly kind: 'badge';
  readonly badgeId: string;
  readonly tier: Tier;
  readonly eventId: string;
  readonly version: number;
}

/** Another level; both are indexes into the playbook's levels. Only a correction leads to a lower one. */
export interface LevelAward {
  readonly kind: 'level';
  readonly from: number;
  readonly to: number;
  readonly eventId: string;
  readonly version: number;
}

/** Writes an award of points as a ledger entry; hub and browser get the same id for it. */
export function ledgerEntry(award: PointsAward, fact: Fact, rule: Pick<Rule, 'name'>): LedgerEntry {
  return {
    id: `${award.eventId}:${award.ruleId}`,
    eventId: award.eventId,
    event: fact.event,
    ruleId: award.ruleId,
    ruleName: rule.name,
    points: award.points,
    capped: award.capped,
    timestamp: fact.timestamp,
    playbookVersion: award.version,
  };
}

/** The name of what can be foretold: a rule, a bonus or a quest. Null for what this playbook doesn't have. */
export function earnedName(playbook: Playbook, ruleId: string): Localized | null {
  const { rules, bonuses = [], quests = [] } = playbook;
  const isIt = ({ id }: { readonly id: string }) => id === ruleId;
  const isQuest = ({ id }: { readonly id: string }) => questRuleId(id) === ruleId;
  return (rules.find(isIt) ?? bonuses.find(isIt) ?? quests.find(isQuest))?.name ?? null;
}

/** Under which rule's id the ledger names the points of a quest. */
export function questRuleId(questId: string): string {
  return `quest:${questId}`;
}

/** Under which rule's id the ledger names the points of a campaign. */
export function campaignRuleId(campaignId: string): string {
  return `campaign:${campaignId}`;
}
