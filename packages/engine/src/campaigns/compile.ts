import type { Campaign, Level, Lifecycle, Playbook } from '@waymark/contracts';
import { type AudienceTest, compileAudience } from './audience.js';
import { type CompiledContent, compileContent } from './content.js';
import { type CompiledGroup, compileGroups } from './frequency.js';
import { languagesOf } from './languages.js';
import { compareCampaigns } from './order.js';

/** A playbook's campaigns made ready to be decided; compile it once and keep it. */
export interface CampaignProgram {
  readonly version: number;
  readonly levels: readonly Level[];
  readonly lifecycles: readonly Lifecycle[];
  /** In the order in which they come. */
  readonly campaigns: readonly CompiledCampaign[];
}

/** A campaign made ready to be decided. */
export interface CompiledCampaign {
  readonly campaign: Campaign;
  readonly audience: AudienceTest;
  /** The limit groups that it shares. */
  readonly groups: readonly CompiledGroup[];
  /** Languages that it comes in. */
  readonly languages: readonly string[];
  /** What an arm shows, or without one everybody sees. */
  contentOf(arm: string | null): CompiledContent;
}

/**
 * Parses texts, compiles audiences and puts campaigns in order.
 *
 * @example const program = compileCampaigns(parsed.value);
 */
export function compileCampaigns(playbook: Playbook): CampaignProgram {
  const { version, levels, lifecycles = [], audiences = [], limitGroups = [], campaigns = [] } = playbook;
  const groups = compileGroups(limitGroups, campaigns);
  const compiled = [...campaigns].sort(compareCampaigns).map((campaign): CompiledCampaign => {
    const plain = compileContent(campaign.content);
    const arms = new Map(
      (campaign.experiment?.arms ?? []).flatMap(({ id, content }) =>
        content === undefined ? [] : [[id, compileContent(content)]],
      ),
    );
    return {
      campaign,
      audience: compileAudience(campaign.audience ?? {}, audiences),
      groups: groups.filter(({ group }) => group.of === 'all' || campaign.limits?.includes(group.id)),
      languages: languagesOf(campaign),
      contentOf: (arm) => (arm === null ? plain : (arms.get(arm) ?? plain)),
    };
  });
  return { version, levels, lifecycles, campaigns: compiled };
}
