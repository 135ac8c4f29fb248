import type { CampaignEffect } from '@waymark/contracts';

/** The shares that came to the goal: of all who got the campaign, and of those held out; null where there is nobody. */
export function sharesOf({ groups }: CampaignEffect): [treated: number | null, heldOut: number | null] {
  const share = (isHeldOut: boolean) => {
    const its = groups.filter(({ group }) => (group === 'holdout') === isHeldOut);
    const entered = its.reduce((sum, one) => sum + one.entered, 0);
    return entered === 0 ? null : its.reduce((sum, one) => sum + one.reached, 0) / entered;
  };
  return [share(false), share(true)];
}
