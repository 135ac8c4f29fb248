import type { COMPANY_PARTS, Playbook } from '@waymark/contracts';

/** What can be had of something: these values and no others, or whole numbers up to some, or anything. */
export type Domain =
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'whole'; readonly most: number }
  | { readonly kind: 'any' };

const STATES = ['never', 'held_out', 'entered', 'shown', 'snoozed', 'dismissed', 'completed'];
const NODE_STATES = ['open', 'reached', 'missed', 'left'];
const PARTS: typeof COMPANY_PARTS = ['activation', 'breadth', 'depth', 'stickiness', 'momentum'];
const ANY: Domain = { kind: 'any' };
const whole = (most = Number.MAX_SAFE_INTEGER): Domain => ({ kind: 'whole', most });
const values = (...of: unknown[]): Domain => ({ kind: 'values', values: of });

/** What people of a playbook can have by a key of an audience. */
export function domainOf(key: string, playbook: Playbook): Domain {
  const { levels, companyLevels = levels, badges, lifecycles = [] } = playbook;
  const [root, first = ''] = key.split('.');
  switch (root) {
    case '$online':
      return values(true, false);
    case '$growth':
    case '$companyGrowth':
    case '$events':
      return whole();
    case '$level':
      return whole(levels.length - 1);
    case '$companyLevel':
      return whole(companyLevels.length - 1);
    case '$weakest':
      return values(null, ...PARTS);
    case '$diagnosis':
      return values(undefined, ...Array.from({ length: 101 }, (_, percent) => percent));
    case '$campaign':
      return values(...STATES);
    case '$badge':
      return values(
        undefined,
        ...(badges.find(({ id }) => id === first)?.tiers ?? []).map(({ tier }) => tier),
      );
    case '$node':
      return values(undefined, ...NODE_STATES);
    case '$stage':
      return values(
        undefined,
        ...(lifecycles.find(({ id }) => id === first)?.stages ?? []).map(({ id }) => id),
      );
    default:
      return ANY;
  }
}
