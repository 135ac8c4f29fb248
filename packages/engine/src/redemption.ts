import type { RedemptionObstacle, Reward } from '@waymark/contracts';
import type { Award } from './award.js';
import type { DraftCells } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { isValidOn } from './filter.js';
import { changeLot } from './lots.js';
import type { Program } from './program.js';

/** How things stand when somebody wants a reward. */
export interface RedemptionCase {
  /** The person's local day. */
  readonly day: string;
  /** Index of the level the person has reached. */
  readonly level: number;
  /** What the person has of the currency. */
  readonly balance: number;
  /** How many of the reward the person has, and how many everybody. */
  readonly mine: number;
  readonly taken: number;
}

/** Why a reward cannot be had; null when it can. What the person can least change comes first. */
export function redemptionObstacle(
  { valid = {}, level = 0, perPerson = Infinity, stock = Infinity, cost }: Reward,
  now: RedemptionCase,
): RedemptionObstacle | null {
  if (!isValidOn(valid, now.day)) return now.day < (valid.from ?? '') ? 'not_yet' : 'ended';
  if (now.mine >= perPerson) return 'limit_reached';
  if (now.taken >= stock) return 'out_of_stock';
  if (now.level < level) return 'level_too_low';
  return now.balance < cost.amount ? 'not_enough' : null;
}

/** What the fact of a redemption says, as the hub decided it. */
export interface RedeemedProperties {
  readonly reward: string;
  readonly currency: string;
  /** How much was taken of which lots. */
  readonly lots: { readonly [lot: string]: number };
}

/** Reads the fact of a redemption; null for one that says none. */
export function redeemedBy({ properties }: Fact): (RedeemedProperties & { readonly amount: number }) | null {
  const { reward, currency, lots } = properties;
  if (typeof reward !== 'string' || typeof currency !== 'string') return null;
  if (typeof lots !== 'object' || lots === null) return null;
  const parts = Object.entries(lots).filter((part): part is [string, number] =>
    Number.isSafeInteger(part[1]),
  );
  const amount = parts.reduce((sum, [, part]) => sum + part, 0);
  return { reward, currency, lots: Object.fromEntries(parts), amount };
}

/** Under which rule's id the ledger names what a reward cost. */
export function rewardRuleId(rewardId: string): string {
  return `reward:${rewardId}`;
}

/** Takes the cost of what the hub has granted from the lots that it took it of, or gives it back. */
export function redeem(
  draft: DraftCells,
  fact: Fact,
  program: Program,
  by: Direction,
  awards: Award[],
): number {
  const redeemed = redeemedBy(fact);
  if (redeemed === null) return 0;
  const { reward, currency, lots, amount } = redeemed;
  for (const [lot, part] of Object.entries(lots)) changeLot(draft, currency, lot, -by * part);
  awards.push({
    kind: 'points',
    ruleId: rewardRuleId(reward),
    eventId: fact.id,
    version: program.playbook.version,
    points: 0,
    companyPoints: 0,
    capped: null,
    period: 'none',
    windows: [],
    amounts: [{ currency, amount: -by * amount }],
  });
  return 0;
}
