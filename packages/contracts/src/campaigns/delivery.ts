import * as v from 'valibot';
import { slugSchema } from '../identifier.js';
import { MEDAL_GLYPHS } from '../medal.js';
import { parseWith } from '../parse.js';
import type { Parsed } from '../problem.js';
import { countSchema, positiveSchema, withinSchema } from '../whole.js';
import { actionSchema } from './block.js';
import { CHANNELS } from './campaign.js';
import { deliveredTextSchema } from './delivered-text.js';
import { placementSchema } from './placement.js';
import { addressSchema, languageSchema, pictureSchema } from './text.js';
import { browserTriggerSchema } from './trigger.js';

const label = v.pipe(v.string(), v.maxLength(2_000, 'expected at most 2000 characters'));
const title = { title: v.optional(label) };
const pixels = withinSchema(1, 4_096);
const many = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `expected at most ${most} of them`));

const blockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: deliveredTextSchema }),
  v.strictObject({
    kind: v.literal('image'),
    src: pictureSchema,
    alt: label,
    width: v.optional(pixels),
    height: v.optional(pixels),
  }),
  v.strictObject({ kind: v.literal('video'), href: addressSchema, title: label }),
  v.strictObject({
    kind: v.literal('buttons'),
    buttons: many(
      v.strictObject({ label, action: actionSchema, look: v.picklist(['primary', 'secondary', 'plain']) }),
      4,
    ),
  }),
  v.strictObject({
    kind: v.literal('question'),
    id: v.string(),
    ask: label,
    answer: v.variant('kind', [
      v.strictObject({
        kind: v.literal('choice'),
        options: many(v.strictObject({ id: slugSchema, label }), 20),
        several: v.boolean(),
      }),
      v.strictObject({ kind: v.literal('rating'), from: withinSchema(0, 1), to: withinSchema(2, 10) }),
      v.strictObject({ kind: v.literal('words'), most: withinSchema(1, 2_000) }),
    ]),
    required: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('progress'), of: v.picklist(['here', 'level']) }),
]);

const blocks = many(blockSchema, 20);

const contentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('tooltip'), ...title, blocks }),
  v.strictObject({ kind: v.literal('hotspot'), ...title, blocks }),
  v.strictObject({ kind: v.literal('banner'), ...title, blocks }),
  v.strictObject({ kind: v.literal('modal'), ...title, blocks }),
  v.strictObject({ kind: v.literal('slideout'), ...title, blocks }),
  v.strictObject({ kind: v.literal('card'), ...title, blocks }),
  v.strictObject({ kind: v.literal('popup'), ...title, blocks }),
  v.strictObject({
    kind: v.literal('tour'),
    steps: many(
      v.strictObject({
        id: slugSchema,
        ...title,
        blocks,
        placement: v.optional(placementSchema),
        /** What follows by Next; null ends the tour. */
        next: v.nullable(slugSchema),
        advance: v.optional(v.string()),
      }),
      50,
    ),
  }),
  v.strictObject({
    kind: v.literal('checklist'),
    ...title,
    items: many(
      v.strictObject({
        id: slugSchema,
        name: label,
        description: v.optional(label),
        /** Whether real events have done it. */
        done: v.boolean(),
        action: v.optional(actionSchema),
      }),
      20,
    ),
  }),
  v.strictObject({
    kind: v.literal('launcher'),
    label,
    glyph: v.optional(v.picklist(MEDAL_GLYPHS)),
    action: actionSchema,
  }),
]);

/** Schema of {@link Delivery}. */
const deliverySchema = v.strictObject({
  campaignId: slugSchema,
  /** Version of the playbook that it was decided by. */
  version: positiveSchema,
  /** The variant of the content; null where there is but one. */
  arm: v.nullable(slugSchema),
  channel: v.picklist(CHANNELS),
  /** Language of its texts; null where they are the same for everybody. */
  language: v.nullable(languageSchema),
  triggers: many(browserTriggerSchema, 10),
  placement: placementSchema,
  content: contentSchema,
  /** How long "later" is, in hours. */
  snooze: positiveSchema,
  /** The allowances that one impression takes one of, each. */
  limits: many(v.string(), 100),
});

const deliveriesSchema = v.strictObject({
  deliveries: many(deliverySchema, 1_000),
  standby: many(deliverySchema, 1_000),
  allowances: v.record(v.string(), countSchema),
});

/** A piece of content as it was decided for one person: nobody's traits are in it, and no word of whom else it is for. */
export type Delivery = v.InferOutput<typeof deliverySchema>;
/** What a delivery shows, in the person's language. */
export type DeliveredContent = Delivery['content'];
/** A piece of it. */
export type DeliveredBlock = v.InferOutput<typeof blockSchema>;

/** All that a browser is told of campaigns. */
export interface Deliveries {
  /** In the order in which they come first; one of them at most interrupts. */
  readonly deliveries: readonly Delivery[];
  /** What would interrupt if nothing before it did; one may take the place of a first one whose moment does not come. */
  readonly standby: readonly Delivery[];
  /** How many impressions may still be made of each limit until the hub decides anew. */
  readonly allowances: { readonly [limit: string]: number };
}

/** Checks what came down the wire; never half of it. */
export function parseDeliveries(input: unknown): Parsed<Deliveries> {
  return parseWith(deliveriesSchema, input);
}
