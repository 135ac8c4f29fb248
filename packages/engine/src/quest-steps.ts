import type { Cells, Quest, QuestStep } from '@waymark/contracts';
import {
  add,
  amountIn,
  type DraftBucket,
  type DraftCells,
  emptyRecord,
  keep,
  LIFETIME,
  SIZE,
} from './cells.js';
import { type Direction, isAmount, valueKey } from './counter.js';
import type { Fact } from './fact.js';
import { compileFilter, type Filter } from './filter.js';
import { compilePath } from './path.js';

/** One step of a quest, ready to take facts in. */
export interface CompiledStep {
  readonly quest: Quest;
  readonly version: number;
  readonly event: string;
  readonly matches: Filter;
  /** Takes a fact into the step's bucket or back out; whether that changed anything. */
  record(draft: DraftCells, fact: Fact, by: Direction): boolean;
}

/** What a step holds: how much came on which local day, for `distinct` by value, in the order of days. */
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
  return quest.steps.map((step, i) => {
    const key = stepKey(quest, step, i);
    const entryOf = compileEntry(step);
    return {
      quest,
      version,
      event: step.event,
      matches: compileFilter({ when: step.when, valid: quest.valid }),
      record(draft, fact, by) {
        const entry = entryOf(fact);
        if (entry === null) return false;
        keep(draft, LIFETIME, key, changed(draft[LIFETIME]?.[key], entry.key, by * entry.amount));
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
    .map(([key, amount]) => ({
      day: key.slice(0, DAY_LENGTH),
      amount,
      value: key.length === DAY_LENGTH ? null : key.slice(DAY_LENGTH),
    }));
}

/** Whether a step could be done, looking only at how much it holds in all: the cheap question before the real one. */
export function mayBeDone(quest: Quest, cells: Cells): boolean {
  return quest.steps.every((step, i) => amountIn(cells[LIFETIME]?.[stepKey(quest, step, i)]) >= step.at);
}

/** The bucket that says a member's quest was done and paid. */
export function doneKey({ id }: Pick<Quest, 'id'>): string {
  return `quest:${id}`;
}

/** Names what is measured, too: a step that measures anew begins at nought. */
function stepKey({ id }: Quest, { event, measure }: QuestStep, index: number): string {
  const of = measure.kind === 'count' ? '' : `${measure.kind === 'sum' ? '+' : '#'}${measure.of}`;
  return `quest:${id}/${index}:${event}${of}`;
}

function compileEntry({ measure }: QuestStep): (fact: Fact) => { key: string; amount: number } | null {
  if (measure.kind === 'count') return ({ day }) => ({ key: day, amount: 1 });
  const read = compilePath(measure.of);
  if (measure.kind === 'sum') {
    return (fact) => {
      const amount = read(fact);
      return isAmount(amount) ? { key: fact.day, amount } : null;
    };
  }
  return (fact) => {
    const value = valueKey(read(fact));
    return value === undefined ? null : { key: `${fact.day} ${value}`, amount: 1 };
  };
}

/** Under `#` it keeps the sum of all amounts; for `distinct` that is more than the different values, never less. */
function changed(held: DraftBucket | undefined, key: string, by: number): DraftBucket | undefined {
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const amount = add(bucket[key] ?? 0, by);
  if (amount === 0) delete bucket[key];
  else bucket[key] = amount;
  const sum = add(bucket[SIZE] ?? 0, by);
  bucket[SIZE] = sum;
  return sum === 0 ? undefined : bucket;
}
