import type { Decision, Impression } from '@waymark/engine/campaigns';
import type { Campaigns } from './program.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PUSH_HOURS = 24;

/**
 * When time alone can change what is decided about a person next, in milliseconds, beside the turn of their day: an hour
 * of a schedule, the end of a rest or of a push, an impression that leaves a limit behind. Infinity for never.
 */
export function nextChangeAt(
  { playbook: { campaigns = [], limitGroups = [] }, hasHours }: Pick<Campaigns, 'playbook' | 'hasHours'>,
  { verdicts }: Pick<Decision, 'verdicts'>,
  impressions: readonly Impression[],
  now: number,
): number {
  const moments: number[] = [];
  // Offsets are whole quarters of an hour.
  if (hasHours) moments.push((Math.floor(now / (HOUR / 4)) + 1) * (HOUR / 4));
  for (const { gates } of verdicts) {
    for (const gate of gates) {
      if (gate.gate === 'frequency' && gate.rest?.until != null) moments.push(gate.rest.until);
      if (gate.gate !== 'trigger') continue;
      for (const { trigger, since, open } of gate.moments) {
        if (trigger.kind === 'push' && open && since !== null)
          moments.push(Date.parse(since) + (trigger.hours ?? PUSH_HOURS) * HOUR);
      }
    }
  }
  const windows = new Set([
    ...campaigns.flatMap(({ frequency: { per, every } = {} }) => [
      ...(per === undefined ? [] : [per.days * DAY]),
      ...(every === undefined ? [] : [every.hours * HOUR]),
    ]),
    ...limitGroups.flatMap(({ limits }) => limits.map(({ hours }) => hours * HOUR)),
  ]);
  for (const { kind, at } of impressions) {
    if (kind === 'shown') for (const window of windows) moments.push(Date.parse(at) + window);
  }
  return Math.min(Infinity, ...moments.filter((ms) => ms > now));
}
