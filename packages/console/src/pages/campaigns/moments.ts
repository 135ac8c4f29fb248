import type { Campaign, Schedule, Trigger } from '@waymark/contracts';
import type { Words } from '../../words/en.js';

/** A moment in words. */
export function triggerText(trigger: Trigger, { campaign: { moments } }: Words): string {
  const name = moments[trigger.kind];
  if (trigger.kind === 'event') return `${name} ${trigger.event}`;
  return trigger.kind === 'node' ? `${name} ${trigger.lifecycle}.${trigger.node}` : name;
}

/** When a campaign runs, in words. */
export function scheduleText(
  schedule: Schedule | undefined,
  { campaign: { always, between } }: Words,
): string {
  if (schedule === undefined) return always;
  const { from, until, hours } = schedule;
  return between(from ?? null, until ?? null, hours !== undefined);
}

/** How often a person meets a campaign, in words. */
export function frequencyText(
  { frequency = {} }: Campaign,
  { campaign: { often, unlimited } }: Words,
): string {
  const { max, per, every, afterDismissal } = frequency;
  const parts = [
    ...(max === undefined ? [] : [often.max(max)]),
    ...(per === undefined ? [] : [often.per(per.times, per.days)]),
    ...(every === undefined ? [] : [often.every(every.hours)]),
    ...(afterDismissal === undefined ? [] : [often.afterDismissal(afterDismissal.days)]),
  ];
  return parts.length === 0 ? unlimited : parts.join(' · ');
}
