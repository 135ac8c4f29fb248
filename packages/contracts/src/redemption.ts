import * as v from 'valibot';
import { idSchema, slugSchema } from './identifier.js';
import { parseWith } from './parse.js';
import type { Parsed } from './problem.js';

/** Name of the event under which a redemption stands in the log; only the hub writes it, once it has decided. */
export const REDEMPTION = '$redeem';

/** What a browser posts to `/v1/redeem`. */
export interface RedemptionRequest {
  /** Id of the reward. */
  readonly reward: string;
  /** Any text that is new with each wish, and the same when one is sent again: it is granted once. */
  readonly key: string;
}

/** Why a reward cannot be had now; stable, meant for programs. */
export type RedemptionObstacle =
  | 'not_yet'
  | 'ended'
  | 'level_too_low'
  | 'limit_reached'
  | 'out_of_stock'
  | 'not_enough';

/** A reward somebody has redeemed. */
export interface Redemption {
  readonly id: string;
  readonly rewardId: string;
  readonly currency: string;
  readonly amount: number;
  /** When, ISO 8601 with the person's offset. */
  readonly at: string;
  /** Whether the vendor has said that it was handed over. */
  readonly fulfilled: boolean;
}

/** What became of a wish for a reward. */
export type RedemptionAnswer =
  | { readonly status: 'redeemed'; readonly redemption: Redemption }
  | { readonly status: 'refused'; readonly code: RedemptionObstacle; readonly message: string };

/** A redemption as the vendor's server sees it, to hand the reward over. */
export interface RedemptionRow extends Redemption {
  readonly position: string;
  readonly userId: string;
  readonly companyId: string;
}

/** Redemptions that are to be handed over, oldest first; `next` is handed back as `after`, null at the end. */
export interface RedemptionPage {
  readonly redemptions: readonly RedemptionRow[];
  readonly next: string | null;
}

const requestSchema = v.strictObject({ reward: slugSchema, key: idSchema });

/** Checks a wish for a reward. */
export function parseRedemptionRequest(input: unknown): Parsed<RedemptionRequest> {
  return parseWith(requestSchema, input);
}
