import * as v from 'valibot';
import { conditionSchema } from '../condition.js';
import { slugSchema } from '../identifier.js';
import { eventNameSchema } from '../measure.js';
import { withinSchema } from '../whole.js';
import { anchorSchema } from './anchor.js';

/** Seconds to wait once the moment has come. */
const delay = { delay: v.optional(withinSchema(0, 3_600)) };
const seconds = withinSchema(1, 86_400);

/** Deeper than any condition that is let pass. */
const DEPTH = 40;

/** A condition that a browser can hold against an event: nobody's traits or role go there to compare with. */
const whereSchema = v.pipe(
  conditionSchema,
  v.check(
    (where) => !namesPeople(where),
    'expected properties of the event and its context alone; ask for people in `audience`',
  ),
);

/** Asks whatever came, right or not: what is no condition has been refused already. */
function namesPeople(condition: unknown, depth = 0): boolean {
  if (typeof condition !== 'object' || condition === null || depth > DEPTH) return false;
  if (Array.isArray(condition)) return condition.some((part) => namesPeople(part, depth + 1));
  return Object.entries(condition).some(([key, value]) =>
    ['$and', '$or', '$not'].includes(key) ? namesPeople(value, depth + 1) : key.startsWith('$'),
  );
}

/** Moments that a browser sees. */
const browserTriggers = [
  v.strictObject({ kind: v.literal('load'), ...delay }),
  v.strictObject({ kind: v.literal('route'), ...delay }),
  v.strictObject({ kind: v.literal('visible'), anchor: anchorSchema, ...delay }),
  v.strictObject({ kind: v.literal('clicked'), anchor: anchorSchema, ...delay }),
  v.strictObject({ kind: v.literal('hovered'), anchor: anchorSchema, ...delay }),
  /** The person has been at it for so many seconds without getting on. */
  v.strictObject({ kind: v.literal('stuck'), anchor: anchorSchema, seconds, ...delay }),
  v.strictObject({
    kind: v.literal('event'),
    event: eventNameSchema,
    where: v.optional(whereSchema),
    ...delay,
  }),
  v.strictObject({ kind: v.literal('idle'), seconds, ...delay }),
  v.strictObject({ kind: v.literal('exit'), ...delay }),
  v.strictObject({ kind: v.literal('time'), seconds, ...delay }),
  /** The vendor's own code asks for it. */
  v.strictObject({ kind: v.literal('code'), ...delay }),
] as const;

/** Moments that only the hub knows of. */
const hubTriggers = [
  v.strictObject({
    kind: v.literal('node'),
    lifecycle: slugSchema,
    node: slugSchema,
    change: v.picklist(['reached', 'missed', 'left']),
    /** For so many local days after it, that day included; 7 without a word. */
    days: v.optional(withinSchema(1, 90)),
    ...delay,
  }),
  /** An operator sends it; it waits for so many hours, 24 without a word. */
  v.strictObject({ kind: v.literal('push'), hours: v.optional(withinSchema(1, 720)), ...delay }),
] as const;

const triggerShape = v.variant('kind', [...browserTriggers, ...hubTriggers]);

/** Schema of {@link BrowserTrigger}. */
export const browserTriggerSchema = v.variant('kind', [...browserTriggers]);

/** A moment at which a campaign begins. */
export type Trigger = v.InferOutput<typeof triggerShape>;

/** Schema of {@link Trigger}. */
export const triggerSchema: v.GenericSchema<Trigger> = triggerShape;
/** A moment that a browser waits for; where the hub has seen its own, it says `load`. */
export type BrowserTrigger = v.InferOutput<typeof browserTriggerSchema>;
