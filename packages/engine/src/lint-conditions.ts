import type { Condition, Playbook } from '@waymark/contracts';

/** Something that listens to an event, and the traits that its condition names. */
export interface Listening {
  readonly path: string;
  readonly event: string;
  readonly traits: readonly NamedTrait[];
}

/** A trait where a condition names it. */
export interface NamedTrait {
  readonly path: string;
  /** `$user.plan` */
  readonly trait: string;
}

const TRAIT = /^\$(?:user|company)\./;

/** Everything in a playbook that listens to an event, with its path. */
export function conditionsIn(playbook: Playbook): Listening[] {
  const { rules, bonuses = [], quests = [], badges, streaks = [] } = playbook;
  const of = (path: string, { event, when }: { event: string; when?: Condition | undefined }): Listening => ({
    path,
    event,
    traits: traitsIn(when, `${path}.when`),
  });
  return [
    ...rules.map((rule, i) => of(`rules[${i}]`, rule)),
    ...bonuses.flatMap(({ of: ruleId, when }, i) => {
      const rule = rules.find(({ id }) => id === ruleId);
      return rule === undefined || when === undefined
        ? []
        : [of(`bonuses[${i}]`, { event: rule.event, when })];
    }),
    ...quests.flatMap(({ steps }, i) => steps.map((step, j) => of(`quests[${i}].steps[${j}]`, step))),
    ...badges.map((badge, i) => of(`badges[${i}]`, badge)),
    ...streaks.flatMap(({ events }, i) => events.map((part, j) => of(`streaks[${i}].events[${j}]`, part))),
  ];
}

/** The traits that a condition names. */
export function traitsIn(condition: Condition | undefined, path: string): NamedTrait[] {
  return Object.entries(condition ?? {}).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      return (value as readonly Condition[]).flatMap((part, i) => traitsIn(part, `${at}[${i}]`));
    }
    if (key === '$not') return traitsIn(value as Condition, at);
    return TRAIT.test(key) ? [{ path: at, trait: key }] : [];
  });
}
