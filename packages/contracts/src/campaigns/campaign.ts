import * as v from 'valibot';
import { daySchema, hoursSchema } from '../day.js';
import { slugSchema } from '../identifier.js';
import { localizedSchema } from '../localized.js';
import { outcomeSchema } from '../measure.js';
import type { Problem } from '../problem.js';
import { positiveSchema, withinSchema } from '../whole.js';
import { audienceConditionSchema } from './audience.js';
import { contentProblems, contentSchema } from './content.js';
import { experimentProblems, experimentSchema, goalSchema } from './experiment.js';
import { frequencySchema, type LimitGroup } from './frequency.js';
import type { Lifecycle } from './lifecycle.js';
import { placementSchema } from './placement.js';
import { languageSchema } from './text.js';
import { triggerSchema } from './trigger.js';

/** Ways in which something can come to a person; of what interrupts, one at a time. */
export const CHANNELS = ['interrupt', 'ambient', 'inline', 'feed'] as const;
/** A way in which something comes to a person. */
export type Channel = (typeof CHANNELS)[number];

const list = <const S extends v.GenericSchema>(item: S, most: number, what: string) =>
  v.pipe(
    v.array(item),
    v.minLength(1, `expected at least one ${what}`),
    v.maxLength(most, `expected at most ${most} of them`),
  );

const scheduleSchema = v.pipe(
  v.strictObject({
    /** The person's local days on which it may be shown, both included. */
    from: v.optional(daySchema),
    until: v.optional(daySchema),
    hours: v.optional(hoursSchema),
  }),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from, until }) => from === undefined || until === undefined || from <= until,
      'expected a day not before `from`',
    ),
    ['until'],
  ),
);

const campaignShape = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  status: v.picklist(['draft', 'live', 'paused', 'ended']),
  /** Whom it is for; everybody where nothing is said. */
  audience: v.optional(audienceConditionSchema),
  /** Any of these moments begins it; as soon as a page is there where nothing is said. */
  triggers: v.optional(list(triggerSchema, 10, 'trigger')),
  placement: v.optional(placementSchema),
  content: contentSchema,
  frequency: v.optional(frequencySchema),
  /** How it comes; what its kind does by itself where nothing is said. */
  channel: v.optional(v.picklist(CHANNELS)),
  /** What comes first of what waits for the same place; 0 without a word. */
  priority: v.optional(withinSchema(-1_000, 1_000)),
  /** Ids of the limit groups that it shares. */
  limits: v.optional(list(slugSchema, 10, 'limit group')),
  goal: v.optional(goalSchema),
  experiment: v.optional(experimentSchema),
  schedule: v.optional(scheduleSchema),
  /** Languages that its texts are in; the first one is for whoever reads none of them. */
  languages: v.optional(list(languageSchema, 50, 'language')),
  /** What completing it pays, by the hub. */
  rewards: v.optional(v.strictObject({ points: positiveSchema, outcome: v.optional(outcomeSchema) })),
});

/** Whom + what + when: an audience, its moments, what is shown and how often, and the event that it is for. */
export type Campaign = v.InferOutput<typeof campaignShape>;

/** Schema of {@link Campaign}. */
export const campaignSchema: v.GenericSchema<Campaign> = campaignShape;
/** When a campaign runs. */
export type Schedule = v.InferOutput<typeof scheduleSchema>;

/** Kinds that stand by an element, and need to know which. */
const ANCHORED = ['tooltip', 'hotspot', 'card'];

/** What of a playbook a campaign names. */
export interface CampaignSurroundings {
  readonly limitGroups: readonly LimitGroup[];
  readonly lifecycles: readonly Lifecycle[];
}

/** Faults between the parts of one campaign, and of what else it names by id. */
export function campaignProblems(campaign: Campaign, path: string, around: CampaignSurroundings): Problem[] {
  const { content, placement, triggers = [], limits = [], experiment } = campaign;
  const contents = [content, ...(experiment?.arms ?? []).flatMap((arm) => arm.content ?? [])];
  const groups = new Set(around.limitGroups.map(({ id }) => id));
  const isUnplaced = contents.some(({ kind }) => ANCHORED.includes(kind)) && placement?.anchor === undefined;
  return [
    ...(isUnplaced
      ? [{ path: `${path}.placement.anchor`, message: `expected the element that it stands by, got nothing` }]
      : []),
    ...contentProblems(content, `${path}.content`),
    ...(experiment === undefined ? [] : experimentProblems(experiment, `${path}.experiment`)),
    ...limits.flatMap((id, i) =>
      groups.has(id)
        ? []
        : [{ path: `${path}.limits[${i}]`, message: `expected the id of a limit group, got "${id}"` }],
    ),
    ...triggers.flatMap((trigger, i) => {
      if (trigger.kind !== 'node') return [];
      const lifecycle = around.lifecycles.find(({ id }) => id === trigger.lifecycle);
      const at = `${path}.triggers[${i}]`;
      if (lifecycle === undefined) {
        return [
          { path: `${at}.lifecycle`, message: `expected the id of a lifecycle, got "${trigger.lifecycle}"` },
        ];
      }
      const node = lifecycle.stages.flatMap(({ nodes = [] }) => nodes).find(({ id }) => id === trigger.node);
      if (node === undefined) {
        return [{ path: `${at}.node`, message: `expected the id of a node, got "${trigger.node}"` }];
      }
      return trigger.change === 'left' && node.keep === undefined
        ? [
            {
              path: `${at}.change`,
              message: `expected a node with \`keep\`, else "${node.id}" is never left`,
            },
          ]
        : [];
    }),
  ];
}
