import * as v from 'valibot';
import { conditionSchema } from '../condition.js';
import { slugSchema } from '../identifier.js';
import { eventNameSchema } from '../measure.js';
import { MEDAL_GLYPHS } from '../medal.js';
import type { Problem } from '../problem.js';
import { withinSchema } from '../whole.js';
import { actionSchema, blocksSchema } from './block.js';
import { placementSchema } from './placement.js';
import { labelSchema } from './text.js';

const title = { title: v.optional(labelSchema(200)) };

const stepSchema = v.strictObject({
  id: slugSchema,
  ...title,
  blocks: blocksSchema,
  placement: v.optional(placementSchema),
  /** What follows by Next; the step after it where nothing is said. */
  next: v.optional(slugSchema),
  /** An event that brings the next step by itself. */
  advance: v.optional(eventNameSchema),
});

const itemSchema = v.strictObject({
  id: slugSchema,
  name: labelSchema(200),
  description: v.optional(labelSchema(500)),
  /** What makes it done: real events, not a click on it. */
  event: eventNameSchema,
  where: v.optional(conditionSchema),
  /** How many of them; one without a word. */
  at: v.optional(withinSchema(1, 10_000)),
  /** Whose events count: the person's own (without a word), or those of everybody in the company. */
  by: v.optional(v.picklist(['user', 'company'])),
  action: v.optional(actionSchema),
});

const contentShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('tooltip'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('hotspot'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('banner'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('modal'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('slideout'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('card'), ...title, blocks: blocksSchema }),
  v.strictObject({ kind: v.literal('popup'), ...title, blocks: blocksSchema }),
  v.strictObject({
    kind: v.literal('tour'),
    steps: v.pipe(
      v.array(stepSchema),
      v.minLength(1, 'expected at least one step'),
      v.maxLength(50, 'expected at most 50 steps'),
    ),
  }),
  v.strictObject({
    kind: v.literal('checklist'),
    ...title,
    items: v.pipe(
      v.array(itemSchema),
      v.minLength(1, 'expected at least one item'),
      v.maxLength(20, 'expected at most 20 items'),
    ),
  }),
  v.strictObject({
    kind: v.literal('launcher'),
    label: labelSchema(80),
    glyph: v.optional(v.picklist(MEDAL_GLYPHS)),
    action: actionSchema,
  }),
]);

/** What a campaign shows. `card` stands in the page, `popup` comes to people who are online. */
export type Content = v.InferOutput<typeof contentShape>;

/** Schema of {@link Content}. */
export const contentSchema: v.GenericSchema<Content> = contentShape;
/** A step of a tour. */
export type TourStep = Extract<Content, { kind: 'tour' }>['steps'][number];
/** An item of a checklist. */
export type ChecklistItem = Extract<Content, { kind: 'checklist' }>['items'][number];

/** What a piece of content can do for a person that its other parts know of: actions and the ids they name. */
export function contentProblems(content: Content, path: string): Problem[] {
  const steps = content.kind === 'tour' ? content.steps : [];
  const ids = steps.map(({ id }) => id);
  const unknownStep = (at: string, id: string): Problem[] =>
    ids.includes(id) ? [] : [{ path: at, message: `expected the id of a step, got "${id}"` }];
  const problems = [
    ...repeated(ids, `${path}.steps`),
    ...repeated(content.kind === 'checklist' ? content.items.map(({ id }) => id) : [], `${path}.items`),
    ...steps.flatMap(({ next }, i) =>
      next === undefined ? [] : unknownStep(`${path}.steps[${i}].next`, next),
    ),
  ];
  for (const { action, at } of actionsIn(content, path)) {
    if (action.kind === 'step') problems.push(...unknownStep(`${at}.step`, action.step));
    if ((action.kind === 'next' || action.kind === 'back') && content.kind !== 'tour') {
      problems.push({ path: `${at}.kind`, message: `expected no "${action.kind}" outside a tour` });
    }
  }
  return problems;
}

function repeated(ids: readonly string[], path: string): Problem[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [{ path: `${path}[${i}].id`, message: `expected an id of its own, got "${id}" again` }]
      : [],
  );
}

/** All actions in a content, with their paths. */
export function actionsIn(content: Content, path: string) {
  if (content.kind === 'launcher') return [{ action: content.action, at: `${path}.action` }];
  if (content.kind === 'checklist') {
    return content.items.flatMap(({ action }, i) =>
      action === undefined ? [] : [{ action, at: `${path}.items[${i}].action` }],
    );
  }
  const parts =
    content.kind === 'tour'
      ? content.steps.map(({ blocks }, i) => ({ blocks, at: `${path}.steps[${i}].blocks` }))
      : [{ blocks: content.blocks, at: `${path}.blocks` }];
  return parts.flatMap(({ blocks, at }) =>
    blocks.flatMap((block, i) =>
      block.kind === 'buttons'
        ? block.buttons.map(({ action }, j) => ({ action, at: `${at}[${i}].buttons[${j}].action` }))
        : [],
    ),
  );
}
