import { type Award, questRuleId } from './award.js';
import { amountIn, type DraftCells, keep, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Day } from './days.js';
import type { Fact } from './fact.js';
import { questDoneOn } from './quest-days.js';
import { type CompiledQuest, type CompiledStep, enoughSteps } from './quest-steps.js';

/**
 * Takes a fact into a step of a quest or back out, and returns the points that doing the quest brings, or that its
 * undoing takes back. A quest that was done stays done whatever comes; only what is taken back can undo it.
 */
export function progressQuest(
  draft: DraftCells,
  fact: Fact,
  step: CompiledStep,
  day: Day,
  by: Direction,
  awards: Award[],
): number {
  const { quest, done, version } = step.of;
  if (!step.record(draft, fact, by) || quest.by === 'company') return 0;
  const wasDone = amountIn(draft[LIFETIME]?.[done]) > 0;
  if (wasDone === by > 0) return 0;
  const isDone = isDoneNow(draft, fact, step.of, by);
  if (isDone === wasDone) return 0;
  keep(draft, LIFETIME, done, isDone ? 1 : undefined);
  if (quest.points === 0) return 0;
  const points = by * quest.points;
  awards.push({
    kind: 'points',
    ruleId: questRuleId(quest.id),
    eventId: fact.id,
    version,
    points,
    companyPoints: 0,
    capped: null,
    period: 'lifetime',
    windows: day.slots.lifetime.windows,
  });
  return points;
}

/** What was undone before can only be done by days that one stretch holds together with the fact's. */
function isDoneNow(draft: DraftCells, { day }: Fact, of: CompiledQuest, by: Direction): boolean {
  const near = by > 0 ? day : undefined;
  const steps = enoughSteps(draft, of, near);
  return steps !== null && questDoneOn(of.quest, steps, near) !== null;
}
