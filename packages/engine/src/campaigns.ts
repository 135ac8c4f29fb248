export { mayShow, nextInterrupt, pageMatches } from './campaigns/arbiter.js';
export { type Assignment, assign, type Unit } from './campaigns/assignment.js';
export {
  type AudienceAnswer,
  type AudienceReading,
  type AudienceSubject,
  type AudienceTest,
  compileAudience,
} from './campaigns/audience.js';
export { type CampaignProgram, type CompiledCampaign, compileCampaigns } from './campaigns/compile.js';
export { type Decision, decide, type Verdict } from './campaigns/decide.js';
export {
  type CompanyFigures,
  type CompanyOutline,
  companyFigures,
  type Diagnosis,
  diagnose,
} from './campaigns/diagnosis.js';
export {
  compileEventClauses,
  countEvents,
  type DayCounts,
  type EventClause,
  type EventCounts,
  eventClausesOf,
} from './campaigns/event-clause.js';
export type { LimitReading, Rest } from './campaigns/frequency.js';
export type { Gate, GateName } from './campaigns/gates.js';
export { type GroupCount, goalCounts } from './campaigns/goals.js';
export { hash32 } from './campaigns/hash.js';
export {
  type CampaignState,
  campaignState,
  type Impression,
  impressionOf,
  type PastImpressions,
  seenBy,
} from './campaigns/impression.js';
export {
  type LifecycleStanding,
  type NodeChange,
  type NodeStanding,
  standIn,
  type Walker,
} from './campaigns/lifecycle.js';
export { type Counted, type Lift, liftOf } from './campaigns/lift.js';
export type { MomentReading } from './campaigns/moments.js';
export { channelOf, compareCampaigns } from './campaigns/order.js';
export type { Profile } from './campaigns/profile.js';
export { regionOf } from './campaigns/region.js';
export { why } from './campaigns/why.js';
