import type { QuestStepView, QuestView } from '@waymark/contracts';

/** How many steps of a quest are done. */
export function stepsDone(quest: QuestView): number {
  return quest.steps.filter(({ done }) => done).length;
}

/** How much of a quest is done from 0 to 1; a step under way counts in part. */
export function shareOf({ steps }: QuestView): number {
  const sum = steps.reduce((total, step) => total + stepShare(step), 0);
  return steps.length === 0 ? 0 : sum / steps.length;
}

/** How much of a step is done from 0 to 1. */
export function stepShare({ done, progress, at }: QuestStepView): number {
  return done ? 1 : Math.min(1, Math.max(0, progress / Math.max(1, at)));
}

/** Whether a step may be taken now: any that is open, in a quest with an order only the first. */
export function isNext(quest: QuestView, index: number): boolean {
  const step = quest.steps[index];
  if (quest.state !== 'open' || step === undefined || step.done) return false;
  return !quest.ordered || quest.steps.slice(0, index).every(({ done }) => done);
}

const ORDER: Readonly<Record<QuestView['state'], number>> = { open: 0, done: 1, missed: 2 };

/** The order to show quests in: open ones first, the nearest to done before the others; then done, then missed. */
export function inOrder(quests: readonly QuestView[]): QuestView[] {
  return [...quests].sort((a, b) => {
    if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
    if (a.state === 'open') return shareOf(b) - shareOf(a) || compare(a.until ?? '~', b.until ?? '~');
    return compare(b.doneOn ?? b.until ?? '', a.doneOn ?? a.until ?? '');
  });
}

/** The open quest nearest to being done; null when none is open. */
export function nearest(quests: readonly QuestView[]): QuestView | null {
  const first = inOrder(quests)[0];
  return first?.state === 'open' ? first : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
