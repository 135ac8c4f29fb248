import type { CampaignDetail } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { useResource } from '../../hub/resource.js';
import { Findings } from '../../parts/Findings.js';
import { Stat } from '../../parts/Stat.js';
import { Failed, SkeletonRows } from '../../parts/States.js';
import type { Filters } from '../../route.js';
import { AboutCard } from './AboutCard.js';
import { AnswersCard } from './AnswersCard.js';
import { EffectCard } from './EffectCard.js';
import { FunnelCard } from './FunnelCard.js';
import { PreviewCard } from './PreviewCard.js';
import { PushCard } from './PushCard.js';
import { StatusChip } from './StatusChip.js';
import { WhyCard } from './WhyCard.js';
import { whomIn } from './whom.js';

/** One campaign: whom it is for, what came of it, and why somebody gets it or not. */
export function CampaignPage({ campaignId, filters }: { campaignId: string; filters: Filters }) {
  const { api, words } = useServices();
  const { value, problem, retry } = useResource(campaignId, (signal) => api.campaign(campaignId, signal));
  if (problem !== null) {
    return (
      <section class="card">
        <Failed problem={problem} retry={retry} />
      </section>
    );
  }
  if (value === null || value.id !== campaignId) {
    return (
      <section class="card">
        <SkeletonRows />
      </section>
    );
  }
  return (
    <>
      <Head detail={value} />
      <AboutCard detail={value} />
      <div class="split">
        <EffectCard detail={value} />
        <FunnelCard detail={value} />
      </div>
      {value.answers.length > 0 && <AnswersCard answers={value.answers} />}
      <Findings title={words.campaign.findings} findings={value.findings} />
      <WhyCard key={`why ${campaignId}`} campaignId={campaignId} filters={filters} />
      <PreviewCard key={`preview ${campaignId}`} detail={value} whom={whomIn(filters)} />
      {value.isPushed && <PushCard key={`push ${campaignId}`} detail={value} onPushed={retry} />}
    </>
  );
}

function Head({ detail }: { detail: CampaignDetail }) {
  const { words, format } = useServices();
  const { name, id, kind, channel, status, figures, holdout } = detail;
  return (
    <>
      <nav class="trail" aria-label={words.pages.campaigns}>
        <a href="#/campaigns">{words.pages.campaigns}</a>
      </nav>
      <header class="profile">
        <div class="profile-who">
          <h1>
            <bdi>{format.text(name)}</bdi>
          </h1>
          <p class="profile-title">
            <StatusChip status={status} />
            <span class="muted">
              {words.campaigns.of.kind[kind]} · {words.campaigns.of.channel[channel]}
            </span>
          </p>
          <p class="code muted">
            <bdi>{id}</bdi>
          </p>
        </div>
      </header>
      <dl class="stats">
        <Stat label={words.campaigns.entered} value={format.number(figures.entered)} />
        <Stat label={words.campaigns.heldOut} value={format.number(figures.heldOut)}>
          <span class="muted">{words.campaign.holdout(format.percent(holdout / 100))}</span>
        </Stat>
        <Stat label={words.campaigns.shown} value={format.number(figures.shown)}>
          <span class="muted">{words.campaign.impressions(format.number(figures.impressions))}</span>
        </Stat>
        <Stat label={words.campaigns.completed} value={format.number(figures.completed)} tone="accent" />
      </dl>
    </>
  );
}
