import type { Campaign, CampaignDetail } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { useServices } from '../../app/services.js';
import type { Words } from '../../words/en.js';
import { askedText } from './asked.js';

/** Whom a campaign is for, when it comes, how often, and what for. */
export function AboutCard({ detail: { campaign } }: { detail: CampaignDetail }) {
  const { words } = useServices();
  const { audience, triggers, schedule, goal } = campaign;
  const said = words.campaign;
  const oftenParts = frequencyParts(campaign, words);
  return (
    <section class="card card-padded about">
      <h2 class="visually-hidden">{said.about}</h2>
      <dl class="facts">
        <Fact name={said.audience} isWide>
          {askedText(audience, words.asked)}
        </Fact>
        <Fact name={said.triggers}>
          {(triggers ?? [{ kind: 'load' as const }]).map((one) => triggerText(one, words)).join(' · ')}
        </Fact>
        <Fact name={said.schedule}>
          {schedule === undefined
            ? said.always
            : said.between(schedule.from ?? null, schedule.until ?? null, schedule.hours !== undefined)}
        </Fact>
        <Fact name={said.frequency}>{oftenParts.length === 0 ? said.unlimited : oftenParts.join(' · ')}</Fact>
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

/** A moment in words. */
export function triggerText(
  trigger: NonNullable<Campaign['triggers']>[number],
  { campaign: { moments } }: Words,
): string {
  const name = moments[trigger.kind];
  if (trigger.kind === 'event') return `${name} ${trigger.event}`;
  return trigger.kind === 'node' ? `${name} ${trigger.lifecycle}.${trigger.node}` : name;
}

function frequencyParts({ frequency = {} }: Campaign, { campaign: { often } }: Words): string[] {
  const { max, per, every, afterDismissal } = frequency;
  return [
    ...(max === undefined ? [] : [often.max(max)]),
    ...(per === undefined ? [] : [often.per(per.times, per.days)]),
    ...(every === undefined ? [] : [often.every(every.hours)]),
    ...(afterDismissal === undefined ? [] : [often.afterDismissal(afterDismissal.days)]),
  ];
}
