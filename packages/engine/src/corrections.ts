import type { CurrencyAmount, Tier } from '@waymark/contracts';
import type { Award } from './award.js';
import { grantBucket, holdsTier } from './badges.js';
import { COMPANY, type DraftCells, increase, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Fact } from './fact.js';
import { changeLot } from './lots.js';
import { pause } from './pauses.js';
import type { Correcting, Corrections, Program } from './program.js';
import { redeem } from './redemption.js';

const VOID = '$void';
const REFUND = '$refund';
/** The event of what somebody spent. */
export const REDEEM = '$redeem';

/** What each correction does. Only the vendor's server can correct: from anybody else such a fact does nothing. */
export const CORRECTIONS: Corrections = new Map<string, Correcting>([
  [VOID, () => 0],
  [REFUND, () => 0],
  [REDEEM, ifTrusted(redeem)],
  // That something was handed over changes nothing that is counted.
  ['$fulfill', () => 0],
  // What these two do is not within one member's cells: see `homesOf`.
  ['$move', () => 0],
  ['$merge', () => 0],
  ['$adjust', ifTrusted(adjust)],
  ['$grant', ifTrusted(grant)],
  [
    '$revoke',
    ifTrusted((draft, fact, program, by, awards) => grant(draft, fact, program, -by as Direction, awards)),
  ],
  [
    '$pause',
    ifTrusted((draft, fact, _program, by) => {
      pause(draft, fact, by);
      return 0;
    }),
  ],
]);

function ifTrusted(correcting: Correcting): Correcting {
  return (draft, fact, ...rest) => (fact.source === 'server' ? correcting(draft, fact, ...rest) : 0);
}

/**
 * The id of the event or redemption that a fact takes back, null for one that takes back nothing. Whoever keeps the log does the
 * taking back with `takeBack`, if the event is there and is of the same member and takes back nothing itself; one that comes
 * later is not taken in at all. So the order of the two does not matter.
 */
export function voidedBy({ event, source, properties }: Fact): string | null {
  if ((event !== VOID && event !== REFUND) || source !== 'server') return null;
  const id = event === VOID ? properties.eventId : properties.redemptionId;
  return typeof id === 'string' ? id : null;
}

/** Points given or taken by hand; the ledger names them `$adjust`. */
function adjust(draft: DraftCells, fact: Fact, program: Program, by: Direction, awards: Award[]): number {
  const points = by * wholeIn(fact.properties.points) || 0;
  const companyPoints = by * wholeIn(fact.properties.companyPoints) || 0;
  const amounts = adjustWallet(draft, fact, program, by);
  if (points === 0 && companyPoints === 0 && amounts.length === 0) return 0;
  if (companyPoints !== 0) increase(draft, LIFETIME, COMPANY, companyPoints);
  awards.push({
    kind: 'points',
    ruleId: fact.event,
    eventId: fact.id,
    version: program.playbook.version,
    points,
    companyPoints,
    capped: null,
    period: 'none',
    windows: program.days(fact.day).slots.day.windows,
    ...(amounts.length === 0 ? {} : { amounts }),
  });
  return points;
}

/** What is given by hand is of the month in which it was given; what is taken by hand is taken there, too. */
function adjustWallet(
  draft: DraftCells,
  { day, properties }: Fact,
  program: Program,
  by: Direction,
): CurrencyAmount[] {
  const { currency } = properties;
  const amount = by * wholeIn(properties.amount);
  if (typeof currency !== 'string' || amount === 0) return [];
  changeLot(draft, currency, program.days(day).slots.day.span, amount);
  return [{ currency, amount }];
}

/** One more grant of a tier, or one less: a tier held by grants and revocations together is an award, however it came. */
function grant(draft: DraftCells, fact: Fact, program: Program, by: Direction, awards: Award[]): number {
  const { badge: badgeId, tier } = fact.properties;
  const badge = program.playbook.badges.find(({ id }) => id === badgeId);
  const step = badge?.tiers.find((one) => one.tier === tier);
  if (typeof badgeId !== 'string' || typeof tier !== 'string') return 0;
  const held = badge !== undefined && step !== undefined && holdsTier(draft, badge, step);
  increase(draft, LIFETIME, grantBucket(badgeId, tier), by);
  if (held || badge === undefined || step === undefined || !holdsTier(draft, badge, step)) return 0;
  awards.push({
    kind: 'badge',
    badgeId,
    tier: tier as Tier,
    eventId: fact.id,
    version: program.playbook.version,
  });
  return 0;
}

function wholeIn(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : 0;
}
