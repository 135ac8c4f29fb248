import type { CampaignDetail } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Lanes } from '../../parts/Bars.js';

const STEPS = ['entered', 'shown', 'clicked', 'answered', 'snoozed', 'dismissed', 'completed'] as const;

/** What people did with a campaign, and how far they came in it; every bar with its number. */
export function FunnelCard({ detail }: { detail: CampaignDetail }) {
  const { words, format } = useServices();
  const { figures, parts } = detail;
  const lost = figures.anchorLost > 0 ? (['anchorLost'] as const) : [];
  return (
    <section class="card card-padded">
      <header class="card-head">
        <h2>{words.campaign.people}</h2>
      </header>
      <Lanes
        bars={[...STEPS, ...lost].map((step) => ({
          key: step,
          value: figures[step],
          label: words.campaign.did[step],
          shown: format.number(figures[step]),
        }))}
      />
      {parts.length > 0 && (
        <>
          <h3 class="parts-head">{words.campaign.parts}</h3>
          <Lanes
            bars={parts.map(({ part, people }) => ({
              key: part,
              value: people,
              label: part,
              shown: format.number(people),
            }))}
          />
        </>
      )}
    </section>
  );
}
