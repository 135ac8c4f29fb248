export type * from './admin.js';
export type { Badge } from './badge.js';
export {
  BATCH_EVENTS_LIMIT,
  type Batch,
  type BatchAnswer,
  type BatchEnvelope,
  parseBatch,
  type Verdict,
} from './batch.js';
export type * from './campaigns/admin.js';
export type { Anchor } from './campaigns/anchor.js';
export type { Audience, AudienceCondition, AudienceValue, EventCount } from './campaigns/audience.js';
export type { Block, ButtonAction } from './campaigns/block.js';
export { type Campaign, CHANNELS, type Channel, type Schedule } from './campaigns/campaign.js';
export { type ClaimAnswer, type ClaimRequest, parseClaimRequest } from './campaigns/claim.js';
export type { ChecklistItem, Content, TourStep } from './campaigns/content.js';
export type { DeliveredInline, DeliveredText } from './campaigns/delivered-text.js';
export {
  type DeliveredBlock,
  type DeliveredContent,
  type Deliveries,
  type Delivery,
  parseDeliveries,
} from './campaigns/delivery.js';
export { COMPANY_PARTS, type CompanyPart } from './campaigns/diagnosis.js';
export type { Arm, Experiment, Goal } from './campaigns/experiment.js';
export type { Frequency, LimitGroup } from './campaigns/frequency.js';
export {
  CAMPAIGN_EVENT,
  IMPRESSIONS,
  type ImpressionKind,
  type ImpressionProperties,
  parseImpression,
} from './campaigns/impression.js';
export type { Lifecycle, LifecycleNode, LifecycleStage, NodeState } from './campaigns/lifecycle.js';
export type { Placement } from './campaigns/placement.js';
export type { BrowserTrigger, Trigger } from './campaigns/trigger.js';
export type * from './cells.js';
export type * from './client.js';
export type { Condition, ConditionValue, Operators, Scalar } from './condition.js';
export { CORRECTIONS, type Correction, parseCorrection } from './correction.js';
export type { Currency } from './currency.js';
export type { Hours, Validity } from './day.js';
export type { Earns } from './earns.js';
export type * from './entitlements.js';
export { EVENT_BYTES_LIMIT, type Event, type EventType, isTimestamp, parseEvent } from './event.js';
export type { Expiry } from './expiry.js';
export { isId } from './identifier.js';
export type { Json, JsonObject } from './json.js';
export type { Leagues } from './leagues.js';
export type { Localized } from './localized.js';
export type { Measure, Outcome, Period } from './measure.js';
export {
  MEDAL_GLYPHS,
  MEDAL_SHAPES,
  type Medal,
  type MedalGlyph,
  type MedalShape,
  TIERS,
  type Tier,
} from './medal.js';
export {
  type Benefit,
  type Level,
  type Playbook,
  parsePlaybook,
  playbookSchema,
  type Ranking,
  retentionDays,
} from './playbook.js';
export { ALIAS_LIMIT, parsePreferences } from './preferences.js';
export { describeProblems, type ErrorBody, type ErrorCode, type Parsed, type Problem } from './problem.js';
export type { Quest, QuestStep } from './quest.js';
export {
  parseRedemptionRequest,
  REDEMPTION,
  type Redemption,
  type RedemptionAnswer,
  type RedemptionObstacle,
  type RedemptionPage,
  type RedemptionRequest,
  type RedemptionRow,
} from './redemption.js';
export type { Reward } from './reward.js';
export type { Bonus, Rule } from './rule.js';
export { parseServerBatch, type ServerBatch, type ServerBatchEnvelope } from './server-batch.js';
export type * from './snapshot.js';
export type { Streak } from './streak.js';
export type * from './stream.js';
