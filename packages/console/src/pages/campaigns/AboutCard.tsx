import type { CampaignDetail } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { useServices } from '../../app/services.js';
import { askedText } from './asked.js';
import { frequencyText, scheduleText, triggerText } from './moments.js';

/** Whom a campaign is for, when it comes, how often, and what for. */
export function AboutCard({ detail: { campaign } }: { detail: CampaignDetail }) {
  const { words } = useServices();
  const { audience, triggers = [{ kind: 'load' as const }], schedule, goal } = campaign;
  const said = words.campaign;
  return (
    <section class="card card-padded about">
      <h2 class="visually-hidden">{said.about}</h2>
      <dl class="facts">
        <Fact name={said.audience} isWide>
          {askedText(audience, words.asked)}
        </Fact>
        <Fact name={said.triggers}>{triggers.map((one) => triggerText(one, words)).join(' · ')}</Fact>
        <Fact name={said.schedule}>{scheduleText(schedule, words)}</Fact>
        <Fact name={said.frequency}>{frequencyText(campaign, words)}</Fact>
        <Fact name={words.campaigns.goal}>
          {goal === undefined ? words.campaigns.noGoal : said.within(goal.event, goal.days)}
        </Fact>
      </dl>
    </section>
  );
}

function Fact(props: {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={props.isWide ? 'fact-wide' : undefined}>
      <dt>{props.name}</dt>
      <dd>
        <bdi>{props.children}</bdi>
      </dd>
    </div>
  );
}
