import type { Snapshot } from '@waymark/contracts';
import { useLayoutEffect, useState } from 'preact/hooks';
import { wasEarned } from '../surface/earned.js';
import { memberKey } from '../surface/member.js';
import type { Memory } from '../surface/memory.js';

/** How many awards a person has: badge tiers earned, and levels reached. */
export function awardsOf(snapshot: Snapshot): number {
  const tiers = snapshot.badges.flatMap((badge) => badge.tiers);
  return snapshot.level + tiers.filter(wasEarned).length;
}

/** Awards won since the user center was last open; what somebody has on first sight counts as seen. */
export function useUnread(snapshot: Snapshot | null, open: boolean, memory: Memory): number {
  const [unread, setUnread] = useState(0);
  useLayoutEffect(() => {
    if (snapshot === null) return setUnread(0);
    const key = memberKey('seen', snapshot);
    const awards = awardsOf(snapshot);
    const seen = memory.get(key);
    if (open || seen === null || Number(seen) > awards) memory.set(key, String(awards));
    setUnread(open || seen === null ? 0 : Math.max(0, awards - Number(seen)));
  }, [snapshot, open, memory]);
  return unread;
}
