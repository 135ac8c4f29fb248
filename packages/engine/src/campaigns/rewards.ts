import type { CAMPAIGN_EVENT, Playbook, Rule } from '@waymark/contracts';
import { campaignRuleId } from '../award.js';

/** The name that contracts give the event. */
const CAMPAIGN: typeof CAMPAIGN_EVENT = '$campaign';

/**
 * What completing campaigns pays, as rules: once in a lifetime, and by the word of the hub alone. So it commutes as
 * all points do.
 */
export function campaignRules({ campaigns = [] }: Pick<Playbook, 'campaigns'>): Rule[] {
  return campaigns.flatMap(({ id, name, rewards }): Rule[] =>
    rewards === undefined
      ? []
      : [
          {
            id: campaignRuleId(id),
            name,
            event: CAMPAIGN,
            when: { campaignId: id, kind: 'completed' },
            measure: { kind: 'count' },
            points: rewards.points,
            limit: { per: 'lifetime', points: rewards.points },
            trust: 'server',
            outcome: rewards.outcome ?? 'adoption',
          },
        ],
  );
}
