import type { CurrencyAmount, Earns, Quest } from '@waymark/contracts';
import { type Award, type PointsAward, questRuleId } from './award.js';
import { amountIn, type DraftCells, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Listener } from './listener.js';
import { changeLot } from './lots.js';
import type { CompiledQuest } from './quest-steps.js';
import type { CompiledRule } from './rules.js';

/** Adds to the latest award what came of currencies with it, as the worth of the rule's bucket went from one to another. */
export type Earn = (awards: Award[], draft: DraftCells, lot: string, before: number, after: number) => void;

/**
 * Compiles what a rule or bonus earns beside its points: a function of what its bucket is worth, as the points are, so
 * that it commutes as they do and the limit cuts both.
 */
export function compileEarnings({ points, percent, limit }: CompiledRule, earns: Earns): Earn {
  const currencies = Object.entries(earns);
  // A bonus of 15% of 10 points brings 3 points for 2 times: a whole worth of theirs is counted in so many parts.
  const common = divisorOf(percent, 100);
  const parts = 100 / common;
  const whole = (points * percent) / common;
  const most = Math.min(limit, Math.floor(Number.MAX_SAFE_INTEGER / parts));
  return (awards, draft, lot, before, after) => {
    const amounts: CurrencyAmount[] = [];
    for (const [currency, each] of currencies) {
      const amount =
        earned(Math.min(after, most) * parts, whole, each) -
        earned(Math.min(before, most) * parts, whole, each);
      if (amount === 0) continue;
      changeLot(draft, currency, lot, amount);
      amounts.push({ currency, amount });
    }
    if (amounts.length > 0) awards.push({ ...(awards.pop() as PointsAward), amounts });
  };
}

/** So much for each whole, and for the rest its share rounded down: multiplied first, large sums would be inexact. */
function earned(worth: number, whole: number, each: number): number {
  const rest = worth % whole;
  const amount = ((worth - rest) / whole) * each + Math.floor((rest * each) / whole);
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}

/** A step of a quest that pays in currencies when it finds the quest done, and takes them back when it is undone. */
export function earningStep(step: Listener, of: CompiledQuest, earns: Earns): Listener {
  const { quest, done, version } = of;
  const lot = lotOf(quest);
  return {
    ...step,
    take(draft, fact, day, by, awards) {
      const wasDone = isDone(draft, done);
      const points = step.take(draft, fact, day, by, awards);
      if (isDone(draft, done) === wasDone) return points;
      const amounts = pay(draft, lot, earns, by);
      awards.push({
        ...(quest.points === 0
          ? {
              kind: 'points',
              ruleId: questRuleId(quest.id),
              eventId: fact.id,
              version,
              points,
              companyPoints: 0,
              capped: null,
              period: 'lifetime',
              windows: day.slots.lifetime.windows,
            }
          : (awards.pop() as PointsAward)),
        amounts,
      });
      return points;
    },
  };
}

/** On which day a quest was done depends on what may still come; on which its dates end does not. */
function lotOf({ valid }: Quest): string {
  return valid?.until?.slice(0, '2026-08'.length) ?? LIFETIME;
}

function isDone(draft: DraftCells, done: string): boolean {
  return amountIn(draft[LIFETIME]?.[done]) > 0;
}

function pay(draft: DraftCells, lot: string, earns: Earns, by: Direction): CurrencyAmount[] {
  return Object.entries(earns).map(([currency, each]) => {
    changeLot(draft, currency, lot, by * each);
    return { currency, amount: by * each };
  });
}
