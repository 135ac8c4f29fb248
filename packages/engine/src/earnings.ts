import type { CurrencyAmount, Earns, Quest } from '@waymark/contracts';
import { type Award, type PointsAward, questRuleId } from './award.js';
import { amountIn, type DraftCells, LIFETIME } from './cells.js';
import type { Direction } from './counter.js';
import type { Listener } from './listener.js';
import { changeLot } from './lots.js';
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

/**
 * What listens to an event of a quest's steps, with what pays the quest in currencies once they have found it done, and
 * takes that back when it is undone.
 */
export function payingQuest(
  listeners: readonly Listener[],
  event: string,
  quest: Quest,
  earns: Earns,
  version: number,
): Listener[] {
  const ruleId = questRuleId(quest.id);
  const lot = lotOf(quest);
  let wasDone = false;
  return [
    {
      event,
      matches: () => true,
      take(draft) {
        wasDone = isDone(draft, quest);
        return 0;
      },
    },
    ...listeners,
    {
      event,
      matches: () => true,
      take(draft, fact, { slots }, by, awards) {
        if (isDone(draft, quest) === wasDone) return 0;
        const amounts = pay(draft, lot, earns, by);
        const paid = awards.findIndex((award) => award.kind === 'points' && award.ruleId === ruleId);
        if (paid >= 0) awards[paid] = { ...(awards[paid] as PointsAward), amounts };
        else {
          const none = { points: 0, companyPoints: 0, capped: null } as const;
          const { windows } = slots.lifetime;
          const at = { kind: 'points', ruleId, eventId: fact.id, version, period: 'lifetime' } as const;
          awards.push({ ...at, ...none, windows, amounts });
        }
        return 0;
      },
    },
  ];
}

/** On which day a quest was done depends on what may still come; on which its dates end does not. */
function lotOf({ valid }: Quest): string {
  return valid?.until?.slice(0, '2026-08'.length) ?? LIFETIME;
}

function isDone(draft: DraftCells, { id }: Quest): boolean {
  return amountIn(draft[LIFETIME]?.[questRuleId(id)]) > 0;
}

function pay(draft: DraftCells, lot: string, earns: Earns, by: Direction): CurrencyAmount[] {
  return Object.entries(earns).map(([currency, each]) => {
    changeLot(draft, currency, lot, by * each);
    return { currency, amount: by * each };
  });
}
