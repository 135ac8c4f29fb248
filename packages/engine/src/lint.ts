import type { Playbook } from '@waymark/contracts';
import { askedOfPeople } from './campaigns/audiences.js';
import { lintCampaigns } from './campaigns/lint.js';
import type { Finding, Seen } from './finding.js';
import { attainable, monthlyWorth } from './lint-worth.js';
import { listeningIn } from './listening.js';
import { outcomeOf } from './outcome.js';

/** Points for being there: https://segment.com/docs/connections/spec/ calls most of these by such names. */
const ATTENDANCE =
  /^\$page$|(?:^|[^a-z])(?:log(?:ged)?[^a-z]?(?:in|on)|sign(?:ed)?[^a-z]?in|sessions?|pages?|screens?|visit(?:ed|s)?|view(?:ed|s)?|opened)(?:[^a-z]|$)/i;

const TRAIT = /^\$(?:user|company)\./;

/** The most that activity alone should bring, in hundredths of all points. */
const ACTIVITY_PERCENT = 20;

/**
 * What an operator should look at before a playbook goes live. Pure; the order is that of the document.
 *
 * @example lintPlaybook(draft, { points: tallyPoints(draft, facts).rules })
 */
export function lintPlaybook(playbook: Playbook, seen: Seen = {}): Finding[] {
  return [
    ...attendance(playbook),
    ...unlimited(playbook),
    ...activityShare(playbook, seen),
    ...unreachable(playbook),
    ...keeping(playbook),
    ...unusedBenefits(playbook),
    ...unearnedCurrencies(playbook),
    ...unknown(playbook, seen),
    ...lintCampaigns(playbook),
  ];
}

function attendance({ rules, quests = [] }: Playbook): Finding[] {
  const paying = [
    ...rules.map(({ event }, i) => ({ event, path: `rules[${i}].event` })),
    ...quests.flatMap(({ steps, points, earns }, i) =>
      points === 0 && earns === undefined
        ? []
        : steps.map(({ event }, j) => ({ event, path: `quests[${i}].steps[${j}].event` })),
    ),
  ];
  return paying
    .filter(({ event }) => ATTENDANCE.test(event))
    .map(({ event, path }) => ({
      kind: 'attendance',
      path,
      message: `expected points for something of worth, got "${event}": who is paid for being there comes for the points. Reward what the visit is for.`,
    }));
}

function unlimited({ rules }: Playbook): Finding[] {
  return rules.flatMap(({ limit, trust }, i) =>
    limit !== undefined || trust === 'server'
      ? []
      : [
          {
            kind: 'unlimited',
            path: `rules[${i}]`,
            message:
              'expected a limit, got none: a script could earn without end. Add `limit`, or `trust: "server"` where your server vouches for it.',
          } as const,
        ],
  );
}

function activityShare(playbook: Playbook, { points }: Seen): Finding[] {
  const worth = points ?? monthlyWorth(playbook);
  let all = 0;
  let activity = 0;
  for (const [ruleId, amount] of worth) {
    all += amount;
    if (outcomeOf(playbook, ruleId) === 'adoption') activity += amount;
  }
  if (activity * 100 <= all * ACTIVITY_PERCENT) return [];
  const share = Math.round((activity * 100) / all);
  const whose = points === undefined ? 'what limits allow' : 'all points given';
  return [
    {
      kind: 'activity-share',
      path: 'rules',
      message: `expected at most ${ACTIVITY_PERCENT}% of ${whose} for activity (outcome "adoption"), got ${share}%: busyness outweighs results. Lower those points or their limits.`,
    },
  ];
}

function unreachable(playbook: Playbook): Finding[] {
  return (['levels', 'companyLevels'] as const).flatMap((list) => {
    const { expiry } = playbook;
    const lapses = list === 'levels' && expiry !== undefined;
    // Points of a month count to its end and so many months more.
    const months = lapses ? expiry.months + 1 : undefined;
    const most = attainable(playbook, list === 'levels' ? 'user' : 'company', months);
    const time = lapses ? `in ${expiry.months + 1} months, before they lapse,` : 'in ten years,';
    return (playbook[list] ?? []).flatMap(({ at }, i) =>
      at <= most
        ? []
        : [
            {
              kind: 'unreachable-level',
              path: `${list}[${i}].at`,
              message: `expected at most the ${most} points that can be earned ${time} got ${at}. Lower it, or reward more.`,
            } as const,
          ],
    );
  });
}

/** A keep rule that nobody can meet, or that keeps no level which growth would not keep as well. */
function keeping(playbook: Playbook): Finding[] {
  const { expiry, levels } = playbook;
  if (expiry?.keep === undefined) return [];
  const { points, months = expiry.months } = expiry.keep;
  const path = 'expiry.keep.points';
  const most = attainable(playbook, 'user', months);
  if (points > most) {
    const message = `expected at most the ${most} points that can be earned in ${months} months, got ${points}: nobody keeps a level by it. Lower it.`;
    return [{ kind: 'unreachable-keep', path, message }];
  }
  const highest = levels.at(-1)?.at ?? 0;
  if (expiry.demotion !== 'never' && (points < highest || months > expiry.months)) return [];
  const why = expiry.demotion === 'never' ? 'no level is ever lost' : `the highest level takes ${highest}`;
  const message = `expected fewer points than levels take, got ${points}, and ${why}: the rule keeps nothing. Lower it, or leave it out.`;
  return [{ kind: 'idle-keep', path, message }];
}

function unusedBenefits({ benefits, levels, companyLevels = [] }: Playbook): Finding[] {
  const unlocked = new Set([...levels, ...companyLevels].flatMap((level) => level.benefits));
  return benefits.flatMap(({ id }, i) =>
    unlocked.has(id)
      ? []
      : [
          {
            kind: 'unused-benefit',
            path: `benefits[${i}].id`,
            message: `expected a level that unlocks "${id}", got none. Name it in a level's benefits, or take it out.`,
          } as const,
        ],
  );
}

function unearnedCurrencies({ currencies = [], rules, bonuses = [], quests = [] }: Playbook): Finding[] {
  const earned = new Set([...rules, ...bonuses, ...quests].flatMap(({ earns = {} }) => Object.keys(earns)));
  return currencies.flatMap(({ id }, i) =>
    earned.has(id)
      ? []
      : [
          {
            kind: 'unearned-currency',
            path: `currencies[${i}].id`,
            message: `expected a rule, bonus or quest that earns "${id}", got none: nobody can spend it. Name it in the earns of one, or take it out.`,
          } as const,
        ],
  );
}

function unknown(playbook: Playbook, { events, traits }: Seen): Finding[] {
  const listening = listeningIn(playbook);
  const strangers = listening.flatMap(({ event, path }): Finding[] =>
    events === undefined || events.has(event)
      ? []
      : [
          {
            kind: 'unknown-event',
            path: `${path}.event`,
            message: `expected the name of an event that ever came, got "${event}". Check its spelling.`,
          },
        ],
  );
  const asked = [...listening.flatMap((one) => one.asked), ...askedOfPeople(playbook)];
  return [
    ...strangers,
    ...asked.flatMap(({ key, path }): Finding[] =>
      traits === undefined || !TRAIT.test(key) || traits.has(key)
        ? []
        : [
            {
              kind: 'unknown-trait',
              path,
              message: `expected a trait that was ever seen, got "${key}": the condition can only miss. Check its spelling, or send it with identify or group.`,
            },
          ],
    ),
  ];
}
