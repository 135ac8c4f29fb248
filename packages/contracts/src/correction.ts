import * as v from 'valibot';
import { daySchema } from './day.js';
import { idSchema, slugSchema } from './identifier.js';
import { TIERS } from './medal.js';
import { parseWith } from './parse.js';
import type { Parsed } from './problem.js';

const REASON_LIMIT = 500;
const MOST = 1_000_000_000;
/** A year's leave is one pause; who is away for longer needs another. */
const PAUSE_LIMIT = 366;

const reasonSchema = v.pipe(
  v.string(),
  v.minLength(1, 'expected a reason, got ""'),
  v.maxLength(REASON_LIMIT, `expected at most ${REASON_LIMIT} characters`),
);

const amountSchema = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(-MOST, `expected at least ${-MOST}`),
  v.maxValue(MOST, `expected at most ${MOST}`),
);

/** Schema of {@link Correction}. */
export const correctionSchema = v.variant('event', [
  v.object({
    event: v.literal('$void'),
    properties: v.strictObject({
      /** The event that is to count as if it had never been; one of the same member. */
      eventId: idSchema,
      reason: v.optional(reasonSchema),
    }),
  }),
  v.object({
    event: v.literal('$adjust'),
    properties: v.pipe(
      v.strictObject({
        /** What is added to the person's growth; less than 0 takes away. */
        points: v.optional(amountSchema, 0),
        /** What is added to the company's growth. */
        companyPoints: v.optional(amountSchema, 0),
        /** Id of a spendable currency, and what is added to the person's wallet. */
        currency: v.optional(slugSchema),
        amount: v.optional(amountSchema),
        reason: reasonSchema,
      }),
      v.check(
        ({ points, companyPoints, amount = 0 }) => points !== 0 || companyPoints !== 0 || amount !== 0,
        'expected points, companyPoints or an amount other than 0',
      ),
      v.forward(
        v.partialCheck(
          [['currency'], ['amount']],
          ({ currency, amount = 0 }) => (currency === undefined) === (amount === 0),
          'expected `currency` and `amount` together',
        ),
        ['amount'],
      ),
    ),
  }),
  v.object({
    event: v.picklist(['$grant', '$revoke']),
    properties: v.strictObject({
      badge: slugSchema,
      tier: v.picklist(TIERS),
      reason: v.optional(reasonSchema),
    }),
  }),
  v.object({
    event: v.picklist(['$refund', '$fulfill']),
    properties: v.strictObject({
      /** The redemption that is to count as if it had never been, or that was handed over; one of the same member. */
      redemptionId: idSchema,
      reason: v.optional(reasonSchema),
    }),
  }),
  v.object({
    event: v.literal('$move'),
    properties: v.strictObject({
      /** The company for which everything counts that the person did or will do for this one. */
      companyId: idSchema,
      reason: v.optional(reasonSchema),
    }),
  }),
  v.object({
    event: v.literal('$merge'),
    properties: v.strictObject({
      /** The id in the same company under which the same person goes on. */
      userId: idSchema,
      reason: v.optional(reasonSchema),
    }),
  }),
  v.object({
    event: v.literal('$pause'),
    properties: v.pipe(
      v.strictObject({
        /** The first local day on which nothing is missed. */
        from: daySchema,
        /** The last one. */
        to: daySchema,
        reason: v.optional(reasonSchema),
      }),
      v.forward(
        v.check(({ from, to }) => from <= to, 'expected a day that is not before `from`'),
        ['to'],
      ),
      v.forward(
        v.check(
          ({ from, to }) => daysBetween(from, to) < PAUSE_LIMIT,
          `expected at most ${PAUSE_LIMIT} days`,
        ),
        ['to'],
      ),
    ),
  }),
]);

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * What sets right what the log says, as an event of the member it is about, vouched for by the vendor's server: the log
 * stays the only truth. `$void` takes an event back, `$adjust` adds points or takes them away, `$grant` gives a tier of
 * a badge and `$revoke` takes one, `$refund` gives back what a redemption cost and `$fulfill` says that it was handed
 * over. `$move` has all that the member did and will do count for another company, `$merge` for another id of the same
 * person, and `$pause` has the days of a leave break no streak. Their order does not matter:
 * a tier granted as often as revoked is held if it was earned; of two moves of one member the later by its own time
 * holds; and where moves lead in a circle, its oldest is let go.
 */
export type Correction = v.InferOutput<typeof correctionSchema>;

/** The names of events that are corrections. */
export const CORRECTIONS: readonly string[] = [
  '$void',
  '$adjust',
  '$grant',
  '$revoke',
  '$refund',
  '$fulfill',
  '$move',
  '$merge',
  '$pause',
];

/** Turns an unknown value, for example an event with one of the names, into a {@link Correction}, or says what is wrong. */
export function parseCorrection(input: unknown): Parsed<Correction> {
  return parseWith(correctionSchema, input);
}
