import type { Cells, Quest, QuestStepView, QuestView } from '@waymark/contracts';
import { ALWAYS, type Contribution, questDoneOn, type Stretch, walk, windowAt } from './quest-days.js';
import { byDay, stepDays } from './quest-steps.js';

/** What a member's cells hold of each step of a quest; only the lifetime cell is read. */
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

/** The steps of several contributions as one, in the order of days. */
function together(quest: Quest, contributions: readonly Contribution[]): Contribution {
  return quest.steps.map((_, i) => contributions.flatMap((steps) => steps[i] ?? []).sort(byDay));
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
