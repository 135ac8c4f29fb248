import type { Campaign, LimitGroup } from '@waymark/contracts';
import type { PastImpressions } from './impression.js';

/** A limit as it stands. */
export interface LimitReading {
  /** Names it alone: `hello max`, `hello per 7 days`, `hello every 20 hours`, `calm user 3 in 24 hours` */
  readonly limit: string;
  readonly most: number;
  /** Impressions that count against it now. */
  readonly actual: number;
}

/** Something that keeps a campaign away until a time, or for ever. */
export interface Rest {
  readonly why: 'dismissed' | 'snoozed' | 'completed';
  /** Milliseconds; null for ever. */
  readonly until: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long "later" is. */
export const SNOOZE_HOURS = 24;

/** The campaign's own limits, as they stand for a person. */
export function frequencyReadings(
  { id, frequency = {} }: Pick<Campaign, 'id' | 'frequency'>,
  seen: PastImpressions,
  now: number,
): LimitReading[] {
  const shown = seen.shown('user', (campaignId) => campaignId === id);
  const readings: LimitReading[] = [];
  const { max, per, every } = frequency;
  if (max !== undefined) readings.push({ limit: `${id} max`, most: max, actual: shown.length });
  if (per !== undefined) {
    const limit = `${id} per ${per.days} days`;
    readings.push({ limit, most: per.times, actual: since(shown, now - per.days * DAY) });
  }
  if (every !== undefined) {
    const limit = `${id} every ${every.hours} hours`;
    readings.push({ limit, most: 1, actual: since(shown, now - every.hours * HOUR) });
  }
  return readings;
}

/** All limits of a group, as they stand. */
export function groupReadings(
  { group, isAmong }: CompiledGroup,
  seen: PastImpressions,
  now: number,
): LimitReading[] {
  return group.limits.map(({ by, times, hours }) => ({
    limit: `${group.id} ${by} ${times} in ${hours} hours`,
    most: times,
    actual: since(seen.shown(by, isAmong), now - hours * HOUR),
  }));
}

/** A limit group with the campaigns that share it. */
export interface CompiledGroup {
  readonly group: LimitGroup;
  isAmong(campaignId: string): boolean;
}

/** Finds out which campaigns share each group. A group of all counts campaigns that are no more, too. */
export function compileGroups(
  groups: readonly LimitGroup[],
  campaigns: readonly Campaign[],
): CompiledGroup[] {
  return groups.map((group) => {
    const ids = new Set(campaigns.filter(({ limits = [] }) => limits.includes(group.id)).map(({ id }) => id));
    return { group, isAmong: group.of === 'all' ? () => true : (campaignId) => ids.has(campaignId) };
  });
}

/** What keeps a campaign away that the person has answered in some way; null when nothing does. */
export function restOf(
  { id, frequency = {} }: Pick<Campaign, 'id' | 'frequency'>,
  seen: PastImpressions,
  now: number,
): Rest | null {
  const { afterDismissal, snooze } = frequency;
  let rest: Rest | null = null;
  for (const { kind, at } of seen.of(id)) {
    if (kind === 'completed') return { why: kind, until: null };
    if (kind === 'dismissed') {
      const until = afterDismissal === undefined ? null : Date.parse(at) + afterDismissal.days * DAY;
      rest = longer(rest, { why: kind, until }, now);
    } else if (kind === 'snoozed') {
      const until = Date.parse(at) + (snooze?.hours ?? SNOOZE_HOURS) * HOUR;
      rest = longer(rest, { why: kind, until }, now);
    }
  }
  return rest;
}

/** The one that lasts longer of those that are not over. */
function longer(one: Rest | null, other: Rest, now: number): Rest | null {
  if (other.until !== null && other.until <= now) return one;
  if (one === null) return other;
  const [a, b] = [one.until ?? Infinity, other.until ?? Infinity];
  return b > a || (b === a && other.why < one.why) ? other : one;
}

/** How many of some times are after another. */
function since(times: readonly number[], after: number): number {
  return times.filter((time) => time > after).length;
}
