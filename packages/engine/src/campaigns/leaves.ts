import type { AudienceCondition, Playbook } from '@waymark/contracts';

/** One thing that an audience asks for, where it asks. */
export interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** Everything that a condition asks for, be it under `$and`, `$or` or `$not`; named audiences are asked for by name. */
export function leavesIn(condition: AudienceCondition, path: string): Leaf[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      return (value as readonly AudienceCondition[]).flatMap((part, i) => leavesIn(part, `${at}[${i}]`));
    }
    return key === '$not' ? leavesIn(value as AudienceCondition, at) : [{ path: at, key, value }];
  });
}

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
