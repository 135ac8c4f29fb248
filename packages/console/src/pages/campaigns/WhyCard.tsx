import { useServices } from '../../app/services.js';
import { useResource } from '../../hub/resource.js';
import { PersonPicker } from '../../parts/PersonPicker.js';
import { Failed, SkeletonRows } from '../../parts/States.js';
import type { Filters } from '../../route.js';
import { DecidedFor } from './DecidedFor.js';
import { Verdict } from './Verdict.js';
import { whomFilters, whomIn } from './whom.js';

/** Why a person gets a campaign, or does not: each gate with what the person has there. */
export function WhyCard({ campaignId, filters }: { campaignId: string; filters: Filters }) {
  const { api, router, words } = useServices();
  const whom = whomIn(filters);
  const choose = (next: typeof whom) => router.refine({ ...filters, ...whomFilters(next) });
  return (
    <section class="card card-padded stacked">
      <header class="card-head">
        <h2>{words.gates.title}</h2>
        <span class="muted">{words.gates.lead}</span>
      </header>
      {whom === null ? (
        <PersonPicker onChoose={choose} />
      ) : (
        <Asked
          key={JSON.stringify(whom)}
          ask={(signal) => api.why(campaignId, whom, signal)}
          onOther={() => choose(null)}
        />
      )}
    </section>
  );
}

function Asked(props: {
  readonly ask: (signal: AbortSignal) => ReturnType<ReturnType<typeof useServices>['api']['why']>;
  readonly onOther: () => void;
}) {
  const { value, problem, retry } = useResource('why', props.ask);
  if (problem !== null) return <Failed problem={problem} retry={retry} />;
  if (value === null) return <SkeletonRows count={4} />;
  return (
    <>
      <DecidedFor decision={value} onOther={props.onOther} />
      {value.verdicts.map((verdict) => (
        <Verdict key={verdict.campaignId} verdict={verdict} />
      ))}
    </>
  );
}
