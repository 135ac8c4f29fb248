export { advance, apply, retract, takeBack } from './apply.js';
export {
  type Award,
  type BadgeAward,
  type LevelAward,
  ledgerEntry,
  type PointsAward,
  questRuleId,
} from './award.js';
export { badgeProgress, heldTiers, isWithheld, type LevelsNow } from './badges.js';
export { predictionBasis } from './basis.js';
export { addDays } from './calendar.js';
export {
  canonicalCells,
  companyGrowthOf,
  type DraftBucket,
  type DraftCell,
  type DraftCells,
  eventsOf,
  growthOf,
  LIFETIME,
  spansOf,
} from './cells.js';
export { compilePlaybook } from './compile.js';
export type { ConditionFault } from './condition-faults.js';
export { compileCondition, type Predicate, type Subject } from './conditions.js';
export { voidedBy } from './corrections.js';
export { growthOn, levelOn } from './expiry.js';
export { type Explanation, explain } from './explain.js';
export { type Fact, type Source, type Stamp, stampFact } from './fact.js';
export type { Finding, Seen } from './finding.js';
export { createFold, type Fold, type FoldCounts, type FoldedMember, placedAt } from './fold.js';
export { type Homes, homesOf, type MemberId, memberName, type Relocation, relocationOf } from './homes.js';
export { lapsingOn } from './lapsing.js';
export {
  firstDayOf,
  isSettledAt,
  type Placement,
  type Player,
  periodAfter,
  placeInLeagues,
  settlesOn,
} from './leagues.js';
export { ledgerName } from './ledger-name.js';
export { levelAt } from './levels.js';
export { lintPlaybook } from './lint.js';
export { type NextStep, nextStep } from './next-step.js';
export { outcomeOf } from './outcome.js';
export { type PointTally, type TalliedPerson, tallyPoints } from './point-tally.js';
export { createPrediction, type Prediction } from './prediction.js';
export type { Program } from './program.js';
export { contributionOf, questOf } from './quest.js';
export type { Contribution } from './quest-days.js';
export { createRankIndex, type RankIndex } from './rank-index.js';
export { aroundMe, type Placed, rankOf, type Standing, sortStandings, topOf } from './ranking.js';
export { partRead, type Reads, readsOf } from './reads.js';
export {
  type RedeemedProperties,
  type RedemptionCase,
  redeemedBy,
  redemptionObstacle,
  rewardRuleId,
} from './redemption.js';
export { createRelocations, type Relocations, type Unsettled } from './relocations.js';
export { type Compared, type Comparison, compareFolds, type PersonDifference } from './simulate.js';
export { streakOf } from './streak.js';
export { createVoids, type Voids } from './voids.js';
export { type Lot, payFrom, type Wallet, walletOf } from './wallet.js';
export { type Window, type WindowKeys, windowKeys } from './windows.js';
