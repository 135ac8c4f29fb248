import type { LevelView } from '@waymark/contracts';

/** Where a growth value stands between two levels. */
export interface Standing {
  readonly level: LevelView | null;
  readonly next: LevelView | null;
  /** How much of the way to the next level is done, 0 to 1; 1 on the last level. */
  readonly share: number;
  readonly missing: number;
}

/** Finds the standing of `growth` at the level with the index `level`. */
export function standingOf(levels: readonly LevelView[], level: number, growth: number): Standing {
  const current = levels[level] ?? null;
  const next = levels[level + 1] ?? null;
  if (next === null) return { level: current, next, share: 1, missing: 0 };
  const start = current?.at ?? 0;
  const way = Math.max(1, next.at - start);
  return {
    level: current,
    next,
    share: Math.min(1, Math.max(0, (growth - start) / way)),
    missing: Math.max(0, next.at - growth),
  };
}
