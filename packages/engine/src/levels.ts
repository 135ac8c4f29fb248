import type { Level } from '@waymark/contracts';

/** Index of the highest level whose threshold a growth value reaches; levels ascend, and the first begins at 0. */
export function levelAt(levels: readonly Pick<Level, 'at'>[], growth: number): number {
  let reached = 0;
  while ((levels[reached + 1]?.at ?? Infinity) <= growth) reached++;
  return reached;
}
