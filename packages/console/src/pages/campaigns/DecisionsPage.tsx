import type { DecisionView } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import type { MemberId } from '../../hub/api.js';
import { useResource } from '../../hub/resource.js';
import { LabeledField } from '../../parts/Fields.js';
import { PageHead } from '../../parts/PageHead.js';
import { PersonPicker } from '../../parts/PersonPicker.js';
import { Failed, Notice, SkeletonRows } from '../../parts/States.js';
import { campaignHref, type Filters } from '../../route.js';
import { DecidedFor } from './DecidedFor.js';
import { Verdict } from './Verdict.js';
import { whomFilters, whomIn } from './whom.js';

/** What every campaign would do with a person, at a page and a time; nothing is logged, and all of it is in the address. */
export function DecisionsPage({ filters }: { filters: Filters }) {
  const { router, words } = useServices();
  const whom = whomIn(filters);
  const choose = (next: MemberId | null) => router.refine({ ...filters, ...whomFilters(next) });
  return (
    <>
      <nav class="trail" aria-label={words.pages.campaigns}>
        <a href="#/campaigns">{words.pages.campaigns}</a>
      </nav>
      <PageHead title={words.pages.decisions} lead={words.decisions.lead} />
      <section class="card card-padded stacked">
        <Where filters={filters} />
        {whom === null && <PersonPicker onChoose={choose} />}
      </section>
      {whom !== null && (
        <Decided
          key={JSON.stringify([whom, filters.path, filters.at])}
          whom={whom}
          filters={filters}
          onOther={() => choose(null)}
        />
      )}
    </>
  );
}

/** Where and when; it is asked once it is sent. */
function Where({ filters }: { filters: Filters }) {
  const { router, words } = useServices();
  const [path, setPath] = useState(filters.path ?? '');
  const [at, setAt] = useState(filters.at ?? '');
  return (
    <form
      class="decision-asked"
      onSubmit={(event) => {
        event.preventDefault();
        router.refine({ ...filters, path: path.trim(), at: at.trim() });
      }}
    >
      <LabeledField label={words.decisions.path} value={path} onInput={setPath} />
      <LabeledField label={words.decisions.at} value={at} onInput={setAt} />
      <button type="submit" class="button">
        {words.decisions.ask}
      </button>
    </form>
  );
}

function Decided(props: {
  readonly whom: MemberId;
  readonly filters: Filters;
  readonly onOther: () => void;
}) {
  const { whom, filters, onOther } = props;
  const { api } = useServices();
  const { path, at } = filters;
  const { value, problem, retry } = useResource('decisions', (signal) =>
    api.decide({ ...whom, ...(path !== undefined && { path }), ...(at !== undefined && { at }) }, signal),
  );
  if (problem !== null) {
    return (
      <section class="card">
        <Failed problem={problem} retry={retry} />
      </section>
    );
  }
  if (value === null) {
    return (
      <section class="card">
        <SkeletonRows count={5} />
      </section>
    );
  }
  return <Decision decision={value} onOther={onOther} />;
}

function Decision({ decision, onOther }: { decision: DecisionView; onOther: () => void }) {
  const { words, format } = useServices();
  return (
    <section class="card card-padded decision">
      <DecidedFor decision={decision} onOther={onOther} />
      {decision.verdicts.length === 0 && <Notice icon="inbox" title={words.decisions.none} />}
      {decision.verdicts.map((verdict) => (
        <details key={verdict.campaignId} class="verdict-of">
          <summary>
            <span class={`verdict-chip verdict-${verdict.outcome}`}>
              {words.gates.short[verdict.outcome]}
            </span>
            <bdi>{format.text(verdict.name)}</bdi>
            {verdict.stoppedBy !== null && (
              <span class="muted">{words.gates.by(words.gates.names[verdict.stoppedBy])}</span>
            )}
            {!verdict.isOnPage && <span class="muted">{words.gates.offPage}</span>}
          </summary>
          <Verdict verdict={verdict} />
          <p>
            <a class="row-link" href={campaignHref(verdict.campaignId)}>
              {words.decisions.toCampaign}
            </a>
          </p>
        </details>
      ))}
    </section>
  );
}
