import type { Condition, EventCount, Playbook } from '@waymark/contracts';
import { type Listening, type NamedTrait, traitsIn } from '../lint-conditions.js';
import { contentsOf } from './contents.js';
import { audiencesOf, leavesIn } from './leaves.js';

interface Counting {
  readonly event: string;
  readonly where?: Condition | undefined;
}

/** Everything about campaigns that listens to an event, with its path. */
export function campaignListening(playbook: Playbook): Listening[] {
  const { campaigns = [], lifecycles = [] } = playbook;
  const of = (path: string, { event, where }: Counting): Listening => ({
    path,
    event,
    traits: traitsIn(where, `${path}.where`),
  });
  return [
    ...audiencesOf(playbook)
      .flatMap(({ when, path }) => leavesIn(when, path))
      .flatMap(({ key, path, value }) => (key === '$events' ? [of(path, value as EventCount)] : [])),
    ...lifecycles.flatMap(({ stages }, i) =>
      stages.flatMap(({ nodes = [] }, j) =>
        nodes.map((node, k) => of(`lifecycles[${i}].stages[${j}].nodes[${k}]`, node)),
      ),
    ),
    ...campaigns.flatMap((campaign, i) => [
      ...(campaign.triggers ?? []).flatMap((trigger, j) =>
        trigger.kind === 'event' ? [of(`campaigns[${i}].triggers[${j}]`, trigger)] : [],
      ),
      ...contentsOf(campaign, `campaigns[${i}]`).flatMap(({ content, path }) =>
        content.kind === 'checklist' ? content.items.map((item, j) => of(`${path}.items[${j}]`, item)) : [],
      ),
      ...(campaign.goal === undefined ? [] : [of(`campaigns[${i}].goal`, campaign.goal)]),
    ]),
  ];
}

/** The traits that audiences name. */
export function traitsOfPeople(playbook: Playbook): NamedTrait[] {
  return audiencesOf(playbook)
    .flatMap(({ when, path }) => leavesIn(when, path))
    .flatMap(({ key, path }) => (/^\$(?:user|company)\./.test(key) ? [{ path, trait: key }] : []));
}
