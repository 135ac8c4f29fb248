import type {
  Cells,
  Condition,
  CurrencyAmount,
  Hours,
  Localized,
  Period,
  Playbook,
  Validity,
} from '@waymark/contracts';
import { apply } from './apply.js';
import { type Award, questRuleId } from './award.js';
import { campaignRules } from './campaigns/rewards.js';
import { type ConditionFault, conditionFaults } from './condition-faults.js';
import type { Fact } from './fact.js';
import { compileFilter } from './filter.js';
import type { Program } from './program.js';

/** What one thing in the playbook made of a fact, and why. */
export interface Explanation {
  readonly kind: 'rule' | 'bonus' | 'quest' | 'badge' | 'streak';
  readonly id: string;
  readonly name: Localized;
  /**
   * `counted`; `capped` by the limit of a period; `unchanged` when it matched but brought nothing new: a value seen
   * before, an amount that is none, a step of a quest under way. Else the first thing that kept it out.
   */
  readonly verdict: 'counted' | 'capped' | 'unchanged' | 'condition' | 'dates' | 'hours' | 'trust';
  /** What of the condition does not hold; empty unless the verdict is `condition`. */
  readonly faults: readonly ConditionFault[];
  readonly points: number;
  readonly companyPoints: number;
  /** What it brought of spendable currencies; absent where nothing. */
  readonly amounts?: readonly CurrencyAmount[] | undefined;
  /** The period whose limit cut the points. */
  readonly capped: Period | null;
}

/** Something that listens to the fact's event. */
interface Candidate extends Pick<Explanation, 'kind' | 'id' | 'name'> {
  /** What the awards call it. */
  readonly award: string;
  readonly when: readonly (Condition | undefined)[];
  readonly valid: readonly (Validity | undefined)[];
  readonly hours: readonly (Hours | undefined)[];
  readonly trust: 'server' | undefined;
}

/**
 * Why a fact brought what it brought: for everything in the playbook that listens to its event, whether it counted, and
 * if not, what kept it out. The cells are those before the fact, of the spans that it touches.
 *
 * @example explain(cells, fact, program)[0].faults // [{ path: "files.$gte", expected: 3, actual: 1 }]
 */
export function explain(cells: Cells, fact: Fact, program: Program): Explanation[] {
  const { awards } = apply(cells, fact, program);
  return candidatesOf(program.playbook, fact.event).map((candidate) => explained(candidate, fact, awards));
}

function explained(candidate: Candidate, fact: Fact, awards: readonly Award[]): Explanation {
  const { kind, id, name } = candidate;
  const faults = candidate.when.flatMap((when) => conditionFaults(when, fact));
  const about = { kind, id, name, faults, points: 0, companyPoints: 0, capped: null };
  const obstacle = obstacleOf(candidate, fact) ?? (faults.length > 0 ? 'condition' : null);
  if (obstacle !== null)
    return { ...about, faults: obstacle === 'condition' ? faults : [], verdict: obstacle };
  const points = awards.find((award) => award.kind === 'points' && award.ruleId === candidate.award);
  if (points?.kind === 'points') {
    const { companyPoints, capped, amounts } = points;
    return {
      ...about,
      points: points.points,
      companyPoints,
      ...(amounts === undefined ? {} : { amounts }),
      capped,
      verdict: capped === null ? 'counted' : 'capped',
    };
  }
  const isAwarded = awards.some(
    (award) => award.kind === 'badge' && kind === 'badge' && award.badgeId === id,
  );
  return { ...about, verdict: isAwarded || kind === 'streak' ? 'counted' : 'unchanged' };
}

function obstacleOf({ trust, valid, hours }: Candidate, fact: Fact): 'trust' | 'dates' | 'hours' | null {
  if (!compileFilter({ trust })(fact)) return 'trust';
  if (!valid.every((dates) => compileFilter({ valid: dates })(fact))) return 'dates';
  return hours.every((window) => compileFilter({ hours: window })(fact)) ? null : 'hours';
}

function candidatesOf(playbook: Playbook, event: string): Candidate[] {
  const { rules, bonuses = [], quests = [], badges, streaks = [] } = playbook;
  return [
    ...[...rules, ...campaignRules(playbook)].map((rule) => candidate('rule', rule, rule.id, [rule])),
    ...bonuses.flatMap((bonus) => {
      const rule = rules.find(({ id }) => id === bonus.of);
      return rule === undefined ? [] : [candidate('bonus', bonus, bonus.id, [rule, bonus])];
    }),
    ...quests.flatMap((quest) =>
      quest.steps.map(({ event: its, when }) =>
        candidate('quest', quest, questRuleId(quest.id), [
          { event: its, when, valid: quest.valid, trust: quest.trust },
        ]),
      ),
    ),
    ...badges.map((badge) => candidate('badge', badge, '', [badge])),
    ...streaks.flatMap((streak) =>
      streak.events.map((part) => candidate('streak', streak, '', [{ ...part, trust: streak.trust }])),
    ),
  ]
    .filter((one) => one.event === event)
    .map(({ event: _, ...one }) => one);
}

/** The parts are all to be satisfied; the first one has the event and the trust. */
function candidate(
  kind: Explanation['kind'],
  { id, name }: { readonly id: string; readonly name: Localized },
  award: string,
  parts: readonly {
    readonly event?: string;
    readonly when?: Condition | undefined;
    readonly valid?: Validity | undefined;
    readonly hours?: Hours | undefined;
    readonly trust?: 'server' | undefined;
  }[],
): Candidate & { readonly event: string | undefined } {
  return {
    kind,
    id,
    name,
    award,
    event: parts[0]?.event,
    when: parts.map(({ when }) => when),
    valid: parts.map(({ valid }) => valid),
    hours: parts.map(({ hours }) => hours),
    trust: parts[0]?.trust,
  };
}
