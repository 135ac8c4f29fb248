import type { Cells, Quest, QuestStep } from '@waymark/contracts';
import { questRuleId } from './award.js';
import { addDays } from './calendar.js';
import { add, amountIn, type DraftCells, keep, LIFETIME, SIZE } from './cells.js';
import { type Direction, gather } from './counter.js';
import type { Fact } from './fact.js';
import { compileFilter, type Filter } from './filter.js';
import { compileMeasure, measureKey } from './measure.js';

/** A quest with the keys of its buckets. */
export interface CompiledQuest {
  readonly quest: Quest;
  readonly version: number;
  /** The bucket that says a member's quest was done and paid: named as the ledger names the quest. */
  readonly done: string;
  /** The bucket of each step. */
  readonly steps: readonly string[];
  /** With `days`: all days that one stretch can hold together with a day, in their order. */
  readonly near: ((day: string) => readonly string[]) | null;
}

/** One step of a quest, ready to take facts in. */
export interface CompiledStep {
  readonly of: CompiledQuest;
  readonly event: string;
  readonly matches: Filter;
  /** Takes a fact into the step's bucket or back out; whether that changed anything. */
  record(draft: DraftCells, fact: Fact, by: Direction): boolean;
}

/** What a step holds: how much came on which local day, for `distinct` by value. */
export type StepDays = readonly StepDay[];

/** Some amount of a step on one local day. */
export interface StepDay {
  readonly day: string;
  readonly amount: number;
  /** For `distinct`: the value, which counts once. */
  readonly value: string | null;
}

const DAY_LENGTH = '2026-08-22'.length;

/** Compiles the steps of a quest. */
export function compileQuest(quest: Quest, version: number): CompiledStep[] {
  const steps = quest.steps.map((step, i) => stepKey(quest, step, i));
  const near = quest.days === undefined ? null : daysWithin(quest.days - 1);
  const of = { quest, version, done: questRuleId(quest.id), steps, near };
  return quest.steps.map((step, i) => {
    const key = steps[i] as string;
    const read = compileMeasure(step.measure);
    return {
      of,
      event: step.event,
      matches: compileFilter({ when: step.when, valid: quest.valid, trust: quest.trust }),
      record(draft, fact, by) {
        const found = read(fact);
        if (found === undefined) return false;
        const isAmount = typeof found === 'number';
        const entry = isAmount ? fact.day : `${fact.day} ${found}`;
        const held = draft[LIFETIME]?.[key];
        // `#` holds the sum of all days: for `distinct` that is more than the different values, never less.
        const bucket = gather(held, entry, isAmount ? by * found : by, true);
        if (bucket !== held) keep(draft, LIFETIME, key, bucket);
        return true;
      },
    };
  });
}

/** What a member's cells hold of a step. */
export function stepDays(quest: Quest, index: number, cells: Cells): StepDay[] {
  const step = quest.steps[index];
  const bucket = step && cells[LIFETIME]?.[stepKey(quest, step, index)];
  if (typeof bucket !== 'object') return [];
  return Object.entries(bucket)
    .filter(([key]) => key !== SIZE)
    .map(([key, amount]) => stepDay(key, amount));
}

/**
 * What a draft holds of all steps on any day, or near one: null when that is too little for one of them. The cheap
 * questions come first, since nearly every fact of a quest leaves it undone.
 */
export function enoughSteps(
  draft: DraftCells,
  { quest, steps, near }: CompiledQuest,
  day: string | undefined,
): StepDay[][] | null {
  const found: StepDay[][] = [];
  const buckets = steps.map((key) => draft[LIFETIME]?.[key]);
  for (const [i, { at }] of quest.steps.entries()) if (amountIn(buckets[i]) < at) return null;
  const days = day && near ? near(day) : null;
  for (const [i, { at, measure }] of quest.steps.entries()) {
    const bucket = buckets[i] as { [key: string]: number };
    const entries =
      days === null || measure.kind === 'distinct' ? entriesIn(bucket, days) : amountsOn(bucket, days);
    let sum = 0;
    for (const { amount } of entries) sum = add(sum, amount);
    if (sum < at) return null;
    found.push(entries);
  }
  return found;
}

/** The days so near to one that as many lie between. The latest one asked for is remembered: facts come day by day. */
function daysWithin(reach: number): (day: string) => readonly string[] {
  let latest = '';
  let near: readonly string[] = [];
  return (day) => {
    if (day !== latest) near = Array.from({ length: 2 * reach + 1 }, (_, i) => addDays(day, i - reach));
    latest = day;
    return near;
  };
}

function amountsOn(bucket: { readonly [key: string]: number }, days: readonly string[]): StepDay[] {
  const entries: StepDay[] = [];
  for (const day of days) {
    const amount = bucket[day];
    if (amount !== undefined) entries.push(stepDay(day, amount));
  }
  return entries;
}

function entriesIn(bucket: { readonly [key: string]: number }, days: readonly string[] | null): StepDay[] {
  const entries: StepDay[] = [];
  const first = days?.[0] ?? '';
  const last = days?.at(-1) ?? '~';
  for (const key of Object.keys(bucket)) {
    const day = key.slice(0, DAY_LENGTH);
    if (key !== SIZE && first <= day && day <= last) entries.push(stepDay(key, bucket[key] as number));
  }
  return entries.sort(byDay);
}

/** Orders what a step holds by day. */
export function byDay(a: StepDay, b: StepDay): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

function stepDay(key: string, amount: number): StepDay {
  const value = key.length === DAY_LENGTH ? null : key.slice(DAY_LENGTH);
  return { day: key.slice(0, DAY_LENGTH), amount, value };
}

/** Names what is measured, too: a step that measures anew begins at nought. */
function stepKey({ id }: Quest, { event, measure }: QuestStep, index: number): string {
  return `quest:${id}/${index}:${event}${measureKey(measure)}`;
}
