import type { Condition, EventCount, Measure, Playbook } from '@waymark/contracts';
import { askedOfPeople } from './campaigns/audiences.js';
import { contentsOf } from './campaigns/contents.js';
import { type Leaf, leavesIn } from './leaves.js';

/** Something in a playbook that listens to an event. */
export interface Listening {
  readonly path: string;
  readonly event: string;
  /** What its condition asks of the event. */
  readonly asked: readonly Leaf[];
  readonly measure?: Measure | undefined;
  /** Whether it listens where the event comes about, in the browser, and not to the log. */
  readonly inBrowser?: boolean;
}

interface Listener {
  readonly event: string;
  readonly when?: Condition | undefined;
  readonly where?: Condition | undefined;
  readonly measure?: Measure | undefined;
}

/** Everything in a playbook that listens to an event, with its path. */
export function listeningIn(playbook: Playbook): Listening[] {
  return [...ofPoints(playbook), ...ofCampaigns(playbook)];
}

function ofPoints({ rules, bonuses = [], quests = [], badges, streaks = [] }: Playbook): Listening[] {
  return [
    ...rules.map((rule, i) => listening(`rules[${i}]`, rule)),
    ...bonuses.flatMap(({ of, when }, i) => {
      const rule = rules.find(({ id }) => id === of);
      return rule === undefined || when === undefined
        ? []
        : [listening(`bonuses[${i}]`, { event: rule.event, when })];
    }),
    ...quests.flatMap(({ steps }, i) => steps.map((step, j) => listening(`quests[${i}].steps[${j}]`, step))),
    ...badges.map((badge, i) => listening(`badges[${i}]`, badge)),
    ...streaks.flatMap(({ events }, i) =>
      events.map((part, j) => listening(`streaks[${i}].events[${j}]`, part)),
    ),
  ];
}

function ofCampaigns(playbook: Playbook): Listening[] {
  const { campaigns = [], lifecycles = [] } = playbook;
  return [
    ...askedOfPeople(playbook).flatMap(({ key, path, value }) =>
      key === '$events' ? [listening(path, value as EventCount)] : [],
    ),
    ...lifecycles.flatMap(({ stages }, i) =>
      stages.flatMap(({ nodes = [] }, j) =>
        nodes.map((node, k) => listening(`lifecycles[${i}].stages[${j}].nodes[${k}]`, node)),
      ),
    ),
    ...campaigns.flatMap((campaign, i) => [
      ...(campaign.triggers ?? []).flatMap((trigger, j) =>
        trigger.kind === 'event'
          ? [{ ...listening(`campaigns[${i}].triggers[${j}]`, trigger), inBrowser: true }]
          : [],
      ),
      ...contentsOf(campaign, `campaigns[${i}]`).flatMap(({ content, path }) =>
        content.kind === 'checklist'
          ? content.items.map((item, j) => listening(`${path}.items[${j}]`, item))
          : [],
      ),
      ...(campaign.goal === undefined ? [] : [listening(`campaigns[${i}].goal`, campaign.goal)]),
    ]),
  ];
}

function listening(path: string, { event, when, where, measure }: Listener): Listening {
  const asked = where === undefined ? leavesIn(when ?? {}, `${path}.when`) : leavesIn(where, `${path}.where`);
  return { path, event, asked, measure };
}
