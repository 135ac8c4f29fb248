import * as v from 'valibot';
import { badgeProblems, badgeSchema } from './badge.js';
import { audienceProblems, audienceSchema } from './campaigns/audience.js';
import { campaignProblems, campaignSchema } from './campaigns/campaign.js';
import { limitGroupSchema } from './campaigns/frequency.js';
import { lifecycleProblems, lifecycleSchema } from './campaigns/lifecycle.js';
import { currencySchema } from './currency.js';
import { currencyProblems, earnsProblems } from './earns.js';
import { expirySchema } from './expiry.js';
import { slugSchema } from './identifier.js';
import { leagueProblems, leaguesSchema } from './leagues.js';
import { localizedSchema } from './localized.js';
import { parseWith } from './parse.js';
import type { Parsed, Problem } from './problem.js';
import { questProblems, questSchema } from './quest.js';
import { rewardSchema } from './reward.js';
import { bonusSchema, ruleProblems, ruleSchema } from './rule.js';
import { streakProblems, streakSchema } from './streak.js';
import { countSchema, positiveSchema, withinSchema } from './whole.js';

const benefitSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  description: v.optional(localizedSchema),
});

const levelSchema = v.strictObject({
  at: countSchema,
  title: localizedSchema,
  benefits: v.optional(v.array(slugSchema), []),
});

const rankingSchema = v.strictObject({
  id: slugSchema,
  name: localizedSchema,
  window: v.picklist(['day', 'week', 'month', 'quarter', 'year', 'all']),
  /** Among whom: the own company (without a word), those of the same role or region in it, or the people of all companies. */
  scope: v.optional(v.picklist(['company', 'role', 'region', 'vendor'])),
  /** With fewer people than this a ranking shows nobody but oneself; 3 without a word. */
  minimum: v.optional(positiveSchema),
});

/** Schema of {@link Playbook}, before the checks that look across its parts. */
export const playbookSchema = v.strictObject({
  $schema: v.optional(v.string()),
  specVersion: v.literal(1),
  id: slugSchema,
  version: positiveSchema,
  name: localizedSchema,
  rules: v.array(ruleSchema),
  bonuses: v.optional(v.array(bonusSchema)),
  /** What people earn to spend it. */
  currencies: v.optional(v.array(currencySchema)),
  /** What it can be spent on. */
  rewards: v.optional(v.array(rewardSchema)),
  benefits: v.optional(v.array(benefitSchema), []),
  levels: v.pipe(v.array(levelSchema), v.minLength(1, 'expected at least one level')),
  /** How growth lapses, and levels with it; without a word all of it stays. A company's own growth never lapses. */
  expiry: v.optional(expirySchema),
  /** Levels of a company's own growth: what its people bring it together. */
  companyLevels: v.optional(v.pipe(v.array(levelSchema), v.minLength(1, 'expected at least one level'))),
  badges: v.optional(v.array(badgeSchema), []),
  quests: v.optional(v.array(questSchema)),
  streaks: v.optional(v.array(streakSchema)),
  rankings: v.optional(v.array(rankingSchema), []),
  /** Leagues with promotion and relegation, by the points of settled weeks or months. */
  leagues: v.optional(leaguesSchema),
  /** Audiences by name, for several campaigns to share. */
  audiences: v.optional(v.pipe(v.array(audienceSchema), v.maxLength(500, 'expected at most 500 audiences'))),
  lifecycles: v.optional(v.pipe(v.array(lifecycleSchema), v.maxLength(20, 'expected at most 20 lifecycles'))),
  /** What several campaigns may show together. */
  limitGroups: v.optional(
    v.pipe(v.array(limitGroupSchema), v.maxLength(50, 'expected at most 50 limit groups')),
  ),
  campaigns: v.optional(v.pipe(v.array(campaignSchema), v.maxLength(500, 'expected at most 500 campaigns'))),
  /**
   * Who sees whom. `works-council`: nobody is in a ranking before they opt in, and then by an alias; operators see no
   * figures of single people. `open` without a word.
   */
  privacy: v.optional(v.picklist(['open', 'works-council'])),
  /**
   * For how many days events keep their details. Afterwards an event has left of its context, properties and traits what
   * some version of the playbook reads, so that points, corrections and replays stay exact. Without it, `works-council`
   * keeps details for 90 days, and `open` for ever.
   */
  retention: v.optional(v.strictObject({ days: withinSchema(8, 3_650) })),
});

const WORKS_COUNCIL_DAYS = 90;

/** Days for which events keep their details; null for ever. */
export function retentionDays({
  retention,
  privacy,
}: Pick<Playbook, 'retention' | 'privacy'>): number | null {
  return retention?.days ?? (privacy === 'works-council' ? WORKS_COUNCIL_DAYS : null);
}

/** The operators' whole program as one versioned document. */
export type Playbook = v.InferOutput<typeof playbookSchema>;
/** A threshold of growth, the title worn from there on, and what it unlocks. */
export type Level = Playbook['levels'][number];
/** What a level unlocks. */
export type Benefit = Playbook['benefits'][number];
/** An ordered list of people by points in a window of time. */
export type Ranking = Playbook['rankings'][number];

/** Turns an unknown value into a {@link Playbook}, or lists every fault with its path; never half a playbook. */
export function parsePlaybook(input: unknown): Parsed<Playbook> {
  const parsed = parseWith(playbookSchema, input);
  if (!parsed.ok) return parsed;
  const problems = crossProblems(parsed.value);
  return problems.length === 0 ? parsed : { ok: false, problems: problems as [Problem, ...Problem[]] };
}

function crossProblems(playbook: Playbook): Problem[] {
  const { bonuses = [], quests = [], streaks = [], currencies = [], rewards = [] } = playbook;
  const { audiences = [], lifecycles = [], limitGroups = [], campaigns = [] } = playbook;
  const rules = new Set(playbook.rules.map(({ id }) => id));
  return [
    ...repeatedIds('rules', playbook.rules),
    ...repeatedIds('bonuses', bonuses),
    ...bonuses.flatMap(({ id, of }, i) => [
      ...(rules.has(id)
        ? [{ path: `bonuses[${i}].id`, message: `expected an id that no rule has, got "${id}"` }]
        : []),
      ...(rules.has(of)
        ? []
        : [{ path: `bonuses[${i}].of`, message: `expected the id of a rule, got "${of}"` }]),
    ]),
    ...repeatedIds('currencies', currencies),
    ...repeatedIds('rewards', rewards),
    ...spendingProblems(playbook),
    ...repeatedIds('benefits', playbook.benefits),
    ...repeatedIds('badges', playbook.badges),
    ...repeatedIds('rankings', playbook.rankings),
    ...repeatedIds('quests', quests),
    ...repeatedIds('streaks', streaks),
    ...levelProblems(playbook, 'levels'),
    ...levelProblems(playbook, 'companyLevels'),
    ...playbook.badges.flatMap((badge, i) => badgeProblems(badge, `badges[${i}]`, playbook)),
    ...playbook.rules.flatMap((rule, i) => ruleProblems(rule, `rules[${i}]`)),
    ...quests.flatMap((quest, i) => questProblems(quest, `quests[${i}]`)),
    ...leagueProblems(playbook.leagues),
    ...streaks.flatMap((streak, i) => streakProblems(streak, `streaks[${i}]`)),
    ...repeatedIds('audiences', audiences),
    ...audienceProblems(audiences),
    ...repeatedIds('lifecycles', lifecycles),
    ...lifecycles.flatMap((lifecycle, i) => lifecycleProblems(lifecycle, `lifecycles[${i}]`)),
    ...repeatedIds('limitGroups', limitGroups),
    ...repeatedIds('campaigns', campaigns),
    ...campaigns.flatMap((campaign, i) =>
      campaignProblems(campaign, `campaigns[${i}]`, { limitGroups, lifecycles }),
    ),
  ];
}

function repeatedIds(list: string, items: readonly { readonly id: string }[]): Problem[] {
  const seen = new Map<string, number>();
  return items.flatMap(({ id }, i) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, i);
      return [];
    }
    return [
      { path: `${list}[${i}].id`, message: `expected an id of its own, got "${id}" as in ${list}[${first}]` },
    ];
  });
}

function spendingProblems({
  currencies = [],
  rewards = [],
  rules,
  bonuses = [],
  quests = [],
  levels,
}: Playbook): Problem[] {
  const known = new Set(currencies.map(({ id }) => id));
  return [
    ...earnsProblems('rules', rules, known),
    ...earnsProblems('bonuses', bonuses, known),
    ...earnsProblems('quests', quests, known),
    ...rewards.flatMap(({ cost, level = 0 }, i) => [
      ...currencyProblems(`rewards[${i}].cost.currency`, cost.currency, known),
      ...(level < levels.length
        ? []
        : [
            {
              path: `rewards[${i}].level`,
              message: `expected the index of a level, at most ${levels.length - 1}, got ${level}`,
            },
          ]),
    ]),
  ];
}

function levelProblems(playbook: Playbook, list: 'levels' | 'companyLevels'): Problem[] {
  const known = new Set(playbook.benefits.map(({ id }) => id));
  const { [list]: levels = [] } = playbook;
  return levels.flatMap((level, i) => {
    const before = levels[i - 1];
    const problems: Problem[] = [];
    if (before === undefined && level.at !== 0)
      problems.push({ path: `${list}[0].at`, message: `expected 0, got ${level.at}` });
    if (before !== undefined && level.at <= before.at) {
      problems.push({
        path: `${list}[${i}].at`,
        message: `expected more than ${before.at}, got ${level.at}`,
      });
    }
    level.benefits.forEach((id, j) => {
      if (known.has(id)) return;
      problems.push({
        path: `${list}[${i}].benefits[${j}]`,
        message: `expected the id of a benefit, got "${id}"`,
      });
    });
    return problems;
  });
}
