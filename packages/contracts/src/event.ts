import * as v from 'valibot';
import { idSchema, isFit } from './identifier.js';
import type { JsonObject } from './json.js';
import { parseWith } from './parse.js';
import type { Parsed } from './problem.js';

/** The SDK's verbs, as in Segment's spec: https://segment.com/docs/connections/spec/ */
export type EventType = 'track' | 'identify' | 'group' | 'page' | 'alias';

/** One fact on its way up, as it crosses the wire. */
export interface Event {
  /** Unique for ever: the receiver keeps one event an id. 1 to 128 characters. */
  readonly id: string;
  readonly type: EventType;
  /** The event's name, for example `feature.shipped`; required for `track`, else absent or the page's name. */
  readonly event?: string | undefined;
  readonly userId?: string | undefined;
  /** Names the device before its user is known. One of `userId` and `anonymousId` is required. */
  readonly anonymousId?: string | undefined;
  readonly companyId?: string | undefined;
  /** With `alias`: the id that becomes part of `userId`. */
  readonly previousId?: string | undefined;
  /** ISO 8601 with the person's own UTC offset: `2026-08-22T20:04:36+01:00`. Its date is the person's local day. */
  readonly timestamp: string;
  readonly properties?: JsonObject | undefined;
  /** With `identify` those of the user, with `group` those of the company. */
  readonly traits?: JsonObject | undefined;
  /** Where it came from: page, locale, time zone, screen, library. */
  readonly context?: JsonObject | undefined;
  /** Counts up by one per device, so that a receiver can tell what is missing. */
  readonly seq?: number | undefined;
}

/** Largest event a receiver takes, in UTF-8 bytes of its JSON. */
export const EVENT_BYTES_LIMIT = 32_768;
const DEPTH_LIMIT = 10;
const NAME_LIMIT = 200;

const TIMESTAMP =
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const timestampSchema = v.pipe(
  v.string(),
  v.check(isTimestamp, 'expected an ISO 8601 time with an offset, for example "2026-08-22T20:04:36+01:00"'),
);

/** Whether a text is an ISO 8601 time with an offset that names a day that exists. */
export function isTimestamp(text: string): boolean {
  return (
    TIMESTAMP.test(text) &&
    Number(text.slice(8, 10)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  );
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : 28;
}

const jsonObjectSchema = v.pipe(
  v.custom<JsonObject>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'expected an object',
  ),
  v.check((input) => depthOf(input) <= DEPTH_LIMIT, `expected at most ${DEPTH_LIMIT} levels of nesting`),
);

function depthOf(value: unknown, limit = DEPTH_LIMIT + 1): number {
  if (typeof value !== 'object' || value === null || limit === 0) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

const name = v.pipe(
  v.string(),
  v.minLength(1, 'expected a name, got ""'),
  v.maxLength(NAME_LIMIT, `expected at most ${NAME_LIMIT} characters`),
  v.check(isFit, 'expected a name without control characters'),
);

/** Schema of {@link Event}. `type` defaults to `track`, so that bare activity logs can be imported. */
export const eventSchema = v.pipe(
  v.object({
    id: idSchema,
    type: v.optional(v.picklist(['track', 'identify', 'group', 'page', 'alias']), 'track'),
    event: v.optional(name),
    userId: v.optional(idSchema),
    anonymousId: v.optional(idSchema),
    companyId: v.optional(idSchema),
    previousId: v.optional(idSchema),
    timestamp: timestampSchema,
    properties: v.optional(jsonObjectSchema),
    traits: v.optional(jsonObjectSchema),
    context: v.optional(jsonObjectSchema),
    seq: v.optional(v.pipe(v.number(), v.safeInteger('expected a whole number'), v.minValue(0))),
  }),
  v.forward(
    v.partialCheck(
      [['type'], ['event']],
      (e) => e.type !== 'track' || e.event !== undefined,
      'expected the name of the event, got nothing',
    ),
    ['event'],
  ),
  v.forward(
    v.partialCheck(
      [['userId'], ['anonymousId']],
      (e) => e.userId !== undefined || e.anonymousId !== undefined,
      'expected a userId or an anonymousId, got neither',
    ),
    ['userId'],
  ),
);

/** Turns an unknown value into an {@link Event} or says everything that is wrong with it. */
export function parseEvent(input: unknown): Parsed<Event> {
  return parseWith(eventSchema, input);
}
