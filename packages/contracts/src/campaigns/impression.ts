import * as v from 'valibot';
import { idSchema, slugSchema } from '../identifier.js';
import { parseWith } from '../parse.js';
import type { Parsed } from '../problem.js';
import { withinSchema } from '../whole.js';

/** Name of the event that tells what became of a campaign with a person. */
export const CAMPAIGN_EVENT = '$campaign';

/**
 * What became of a campaign with a person. `entered` and `held_out` are the hub's word: the first time that it would have
 * been the person's turn, and whether they are among those who get it. All others are said by the browser.
 */
export const IMPRESSIONS = [
  'entered',
  'held_out',
  'shown',
  'step',
  'clicked',
  'answered',
  'snoozed',
  'dismissed',
  'completed',
  'anchor_lost',
] as const;
/** What became of a campaign with a person. */
export type ImpressionKind = (typeof IMPRESSIONS)[number];

const impressionSchema = v.object({
  campaignId: slugSchema,
  kind: v.picklist(IMPRESSIONS),
  /** The variant of the content, where there are several. */
  arm: v.optional(slugSchema),
  /** The step or item that it is about. */
  part: v.optional(slugSchema),
  /** For `answered`: which question, and the answer. */
  question: v.optional(idSchema),
  answer: v.optional(
    v.union([
      v.pipe(v.string(), v.maxLength(2_000, 'expected at most 2000 characters')),
      withinSchema(0, 10),
      v.pipe(v.array(slugSchema), v.maxLength(20, 'expected at most 20 options')),
    ]),
  ),
  /** For `anchor_lost`: what was tried in vain. */
  tried: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(20, 'expected at most 20 of them')),
  ),
});

/** The properties of a `$campaign` event. */
export type ImpressionProperties = v.InferOutput<typeof impressionSchema>;

/** Checks the properties of a `$campaign` event; what it doesn't know is left out. */
export function parseImpression(input: unknown): Parsed<ImpressionProperties> {
  return parseWith(impressionSchema, input);
}
