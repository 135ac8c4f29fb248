import type { AudienceCondition, Playbook } from '@waymark/contracts';
import { type Leaf, leavesIn } from '../leaves.js';

/** All conditions on people in a playbook, with their paths. */
export function audiencesOf({
  audiences = [],
  campaigns = [],
}: Playbook): { readonly path: string; readonly when: AudienceCondition }[] {
  return [
    ...audiences.map(({ when }, i) => ({ path: `audiences[${i}].when`, when })),
    ...campaigns.flatMap(({ audience }, i) =>
      audience === undefined ? [] : [{ path: `campaigns[${i}].audience`, when: audience }],
    ),
  ];
}

/** Everything that a playbook asks of people. */
export function askedOfPeople(playbook: Playbook): Leaf[] {
  return audiencesOf(playbook).flatMap(({ when, path }) => leavesIn(when, path));
}
