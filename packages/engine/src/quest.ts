import type { Cells, Quest, QuestStepView, QuestView } from '@waymark/contracts';
import { addDays } from './calendar.js';
import { type StepDays, stepDays } from './quest-steps.js';

/** What somebody has done of each step of a quest. */
export type Contribution = readonly StepDays[];

/** What a member's cells hold of a quest; only the lifetime cell is read. */
export function contributionOf(quest: Quest, cells: Cells): Contribution {
  return quest.steps.map((_, i) => stepDays(quest, i, cells));
}

/**
 * How a quest stands on a local day: that of a member from the member's own contribution, that of a company from those
 * of all its members. Pure and independent of order: the day it was done follows from what was done on which day.
 *
 * @example questOf(quest, [contributionOf(quest, cells)], '2026-08-22').state // "open"
 */
export function questOf(quest: Quest, contributions: readonly Contribution[], today: string): QuestView {
  const steps = together(quest, contributions);
  const doneOn = questDoneOn(quest, steps);
  const window = doneOn === null ? windowAt(quest, steps, today) : null;
  const last = [window?.to, quest.valid?.until].filter((day) => day !== undefined).sort()[0] ?? null;
  const isMissed = doneOn === null && (quest.valid?.until ?? today) < today;
  return {
    id: quest.id,
    name: quest.name,
    description: quest.description ?? null,
    by: quest.by,
    ordered: quest.ordered,
    steps: doneOn === null ? stepViews(quest, steps, window) : quest.steps.map(doneStep),
    points: quest.points,
    until: last,
    state: doneOn === null ? (isMissed ? 'missed' : 'open') : 'done',
    doneOn,
  };
}

/**
 * The local day on which the last step was done, at the earliest; null while some step is not. With `days`, it is
 * enough that some stretch of so many days holds all steps, so that what arrives late never undoes what was done.
 */
export function questDoneOn(quest: Quest, steps: Contribution, near?: string): string | null {
  for (const window of windowsOf(quest, steps, near)) {
    const last = walk(quest, steps, window).at(-1);
    if (last?.latest != null) return last.latest;
  }
  return null;
}

/** The steps of several contributions as one, in the order of days. */
function together(quest: Quest, contributions: readonly Contribution[]): Contribution {
  return quest.steps.map((_, i) =>
    contributions.flatMap((steps) => steps[i] ?? []).sort((a, b) => (a.day < b.day ? -1 : 1)),
  );
}

interface Stretch {
  readonly from: string;
  readonly to: string;
}

const ALWAYS: Stretch = { from: '', to: '~' };

/** The stretches of days that may hold a quest, the earliest first; with `near`, those that this day is in. */
function windowsOf(quest: Quest, steps: Contribution, near?: string): Stretch[] {
  const { days } = quest;
  if (days === undefined) return [ALWAYS];
  const begins = (quest.ordered ? steps.slice(0, 1) : steps).flat().map(({ day }) => day);
  return [...new Set(begins)]
    .sort()
    .map((from) => ({ from, to: addDays(from, days - 1) }))
    .filter(({ from, to }) => near === undefined || (from <= near && near <= to));
}

/** The stretch under way on a day: the earliest one that isn't over. Null when there is none yet. */
function windowAt(quest: Quest, steps: Contribution, today: string): (Stretch & { to?: string }) | null {
  if (quest.days === undefined) return null;
  return windowsOf(quest, steps, today)[0] ?? null;
}

interface Walked {
  readonly amount: number;
  /** The day on which this and all steps before were done; null while one is not. */
  readonly latest: string | null;
}

/** Goes through the steps within a stretch of days. In order, a step counts from the day on which the one before was done. */
function walk(quest: Quest, steps: Contribution, { from, to }: Stretch): Walked[] {
  let earliest: string | null = from;
  let latest: string | null = '';
  return quest.steps.map(({ at }, i) => {
    const { amount, day } =
      earliest === null ? { amount: 0, day: null } : reach(steps[i] ?? [], at, earliest, to);
    if (quest.ordered) earliest = day;
    latest = day === null || latest === null ? null : day > latest ? day : latest;
    return { amount, latest };
  });
}

/** Adds up the days of a step until it is done. */
function reach(days: StepDays, at: number, from: string, to: string): { amount: number; day: string | null } {
  const values = new Set<string>();
  let amount = 0;
  for (const { day, amount: more, value } of days) {
    if (day < from || day > to) continue;
    if (value === null) amount += more;
    else amount = values.add(value).size;
    if (amount >= at) return { amount: at, day };
  }
  return { amount, day: null };
}

function doneStep({ name, at }: Quest['steps'][number]): QuestStepView {
  return { name, progress: at, at, done: true };
}

function stepViews(quest: Quest, steps: Contribution, window: Stretch | null): QuestStepView[] {
  const hasBegun = quest.days === undefined || window !== null;
  const walked = hasBegun ? walk(quest, steps, window ?? ALWAYS) : [];
  return quest.steps.map(({ name, at }, i) => {
    const progress = walked[i]?.amount ?? 0;
    return { name, at, progress, done: progress >= at };
  });
}
