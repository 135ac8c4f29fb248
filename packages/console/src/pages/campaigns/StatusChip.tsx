import type { CampaignRow } from '@waymark/contracts';
import { useServices } from '../../app/services.js';

/** Whether a campaign runs. */
export function StatusChip({ status }: Pick<CampaignRow, 'status'>) {
  const { words } = useServices();
  return <span class={`status status-${status}`}>{words.campaigns.of.status[status]}</span>;
}
