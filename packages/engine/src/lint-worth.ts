import type { Period, Playbook, Validity } from '@waymark/contracts';
import { campaignRuleId, questRuleId } from './award.js';
import { dayNumber } from './calendar.js';

/** How often a limit's period comes in a month of thirty days, at most; a lifetime's but once. */
const TIMES: { readonly [period in Period]: number } = { day: 30, week: 5, month: 1, lifetime: 0 };
const MONTHS = 120;

/** What limits let a person earn in a month, by what the ledger calls the rule; rules without a limit count one event a day. */
export function monthlyWorth({ rules, quests = [], campaigns = [] }: Playbook): Map<string, number> {
  return new Map([
    ...rules.map(({ id, limit, points }) => {
      const { per, points: most } = limit ?? { per: 'day' as const, points };
      return [id, most * TIMES[per]] as const;
    }),
    ...quests.map(({ id, points }) => [questRuleId(id), points] as const),
    ...campaigns.flatMap(({ id, rewards }) =>
      rewards === undefined ? [] : [[campaignRuleId(id), rewards.points] as const],
    ),
  ]);
}

/** What a person can earn, or bring the company, in ten years or so many months at most; one person's stands for many. */
export function attainable(playbook: Playbook, whom: 'user' | 'company', months = MONTHS): number {
  const { rules, bonuses = [], quests = [], campaigns = [] } = playbook;
  let most = 0;
  for (const { id, to = 'user', limit, valid } of rules) {
    if (to !== whom && to !== 'both') continue;
    // A crowd, a rule without a limit, and a bonus on top can bring anything.
    if (whom === 'company' || limit === undefined || bonuses.some(({ of }) => of === id)) return Infinity;
    most += Math.max(limit.points, limit.points * TIMES[limit.per] * Math.min(months, monthsOf(valid)));
  }
  if (whom === 'company') return most;
  for (const { points } of quests) most += points;
  for (const { rewards } of campaigns) most += rewards?.points ?? 0;
  return most;
}

function monthsOf({ from, until }: Validity = {}): number {
  if (from === undefined || until === undefined) return MONTHS;
  return Math.ceil((dayNumber(until) - dayNumber(from) + 1) / 30);
}
