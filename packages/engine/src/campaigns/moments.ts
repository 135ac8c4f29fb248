import type { BrowserTrigger, Campaign, Trigger } from '@waymark/contracts';
import { addDays } from '../calendar.js';
import type { LifecycleStanding } from './lifecycle.js';
import type { Profile } from './profile.js';

/** A moment that a campaign waits for, and whether it may come. */
export interface MomentReading {
  readonly trigger: Trigger;
  /** Since when the hub has seen it, a day or a time; null when it has not, and for what only a browser sees. */
  readonly since: string | null;
  /** Whether a person may meet the campaign by it now. */
  readonly open: boolean;
}

const NODE_DAYS = 7;
const PUSH_HOURS = 24;
const HOUR = 3_600_000;

/** What a campaign's moments are seen against. */
export interface MomentSubject {
  readonly profile: Pick<Profile, 'pushed'>;
  readonly standings: ReadonlyMap<string, LifecycleStanding>;
  readonly today: string;
  /** Milliseconds. */
  readonly now: number;
}

/** All moments of a campaign: a browser's may always come, the hub's have come or not. */
export function momentsOf(
  { id, triggers = [{ kind: 'load' }] }: Pick<Campaign, 'id' | 'triggers'>,
  { profile: { pushed }, standings, today, now }: MomentSubject,
): MomentReading[] {
  return triggers.map((trigger) => {
    if (trigger.kind === 'push') {
      const since = (Object.hasOwn(pushed, id) ? pushed[id] : null) ?? null;
      const open = since !== null && now < Date.parse(since) + (trigger.hours ?? PUSH_HOURS) * HOUR;
      return { trigger, since, open };
    }
    if (trigger.kind !== 'node') return { trigger, since: null, open: true };
    const node = standings.get(trigger.lifecycle)?.nodes.find(({ nodeId }) => nodeId === trigger.node);
    const since = node?.changes.filter(({ change }) => change === trigger.change).at(-1)?.on ?? null;
    const open = since !== null && today < addDays(since, trigger.days ?? NODE_DAYS);
    return { trigger, since, open };
  });
}

/** What a browser has to wait for: the hub's own moments have come, so that they are there with the page. */
export function browserTriggers(moments: readonly MomentReading[]): BrowserTrigger[] {
  return moments.flatMap(({ trigger, open }): BrowserTrigger[] => {
    if (!open) return [];
    if (trigger.kind !== 'node' && trigger.kind !== 'push') return [trigger];
    const { delay } = trigger;
    return [{ kind: 'load', ...(delay !== undefined && { delay }) }];
  });
}
