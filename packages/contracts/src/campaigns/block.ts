import * as v from 'valibot';
import { idSchema, slugSchema } from '../identifier.js';
import { withinSchema } from '../whole.js';
import { addressSchema, labelSchema, markdownSchema, pictureSchema } from './text.js';

const actionShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('next') }),
  v.strictObject({ kind: v.literal('back') }),
  v.strictObject({ kind: v.literal('step'), step: slugSchema }),
  v.strictObject({ kind: v.literal('dismiss') }),
  v.strictObject({ kind: v.literal('snooze') }),
  v.strictObject({ kind: v.literal('complete') }),
  v.strictObject({ kind: v.literal('link'), href: addressSchema, newTab: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.literal('start'), campaign: slugSchema }),
]);

/** What a button does; nothing of it is code. */
export type ButtonAction = v.InferOutput<typeof actionShape>;

/** Schema of {@link ButtonAction}. */
export const actionSchema: v.GenericSchema<ButtonAction> = actionShape;

const pixels = withinSchema(1, 4_096);

const buttonSchema = v.strictObject({
  label: labelSchema(80),
  action: actionSchema,
  look: v.optional(v.picklist(['primary', 'secondary', 'plain'])),
});

const answerSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('choice'),
    options: v.pipe(
      v.array(v.strictObject({ id: slugSchema, label: labelSchema(200) })),
      v.minLength(2, 'expected at least two options'),
      v.maxLength(20, 'expected at most 20 options'),
    ),
    /** Whether several may be chosen. */
    several: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('rating'), from: withinSchema(0, 1), to: withinSchema(2, 10) }),
  v.strictObject({ kind: v.literal('words'), most: withinSchema(1, 2_000) }),
]);

/** Schema of {@link Block}. */
export const blockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: markdownSchema }),
  v.strictObject({
    kind: v.literal('image'),
    src: pictureSchema,
    /** What it shows, for who cannot see it; "" is for what only decorates. */
    alt: v.union([v.literal(''), labelSchema(500)]),
    width: v.optional(pixels),
    height: v.optional(pixels),
  }),
  v.strictObject({ kind: v.literal('video'), href: pictureSchema, title: labelSchema(200) }),
  v.strictObject({
    kind: v.literal('buttons'),
    buttons: v.pipe(
      v.array(buttonSchema),
      v.minLength(1, 'expected at least one button'),
      v.maxLength(4, 'expected at most 4 buttons'),
    ),
  }),
  v.strictObject({
    kind: v.literal('question'),
    id: idSchema,
    ask: labelSchema(500),
    answer: answerSchema,
    required: v.optional(v.boolean()),
  }),
  /** How far the person is: in the steps or items around it, or on the way to the next level. */
  v.strictObject({ kind: v.literal('progress'), of: v.picklist(['here', 'level']) }),
]);

/** A piece of content. */
export type Block = v.InferOutput<typeof blockSchema>;

/** Schema of the pieces that are shown together. */
export const blocksSchema = v.pipe(
  v.array(blockSchema),
  v.minLength(1, 'expected at least one block'),
  v.maxLength(20, 'expected at most 20 blocks'),
);
