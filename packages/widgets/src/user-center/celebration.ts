import type { Snapshot } from '@waymark/contracts';
import { useLayoutEffect, useState } from 'preact/hooks';
import { memberKey } from '../surface/member.js';
import type { Memory } from '../surface/memory.js';

/**
 * The level to congratulate on, and how to end that. Only levels the hub confirmed count, each once: on first sight the
 * level a person already has is taken as known, and a correction downwards is taken in silence, as is everything in quiet mode.
 */
export function useCelebration(
  snapshot: Snapshot | null,
  watching: boolean,
  memory: Memory,
): [level: number | null, end: () => void] {
  const [celebrated, setCelebrated] = useState<number | null>(null);
  const key = snapshot === null ? null : memberKey('level', snapshot);
  const level = snapshot?.level ?? 0;
  const quiet = snapshot?.preferences.quiet ?? false;
  useLayoutEffect(() => {
    if (key === null || !watching) return;
    const known = memory.get(key);
    memory.set(key, String(level));
    if (known !== null && level > Number(known) && !quiet) setCelebrated(level);
  }, [key, level, watching, memory, quiet]);
  // Another person, another moment.
  useLayoutEffect(() => () => setCelebrated(null), [key]);
  return [celebrated, () => setCelebrated(null)];
}
