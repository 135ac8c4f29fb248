import type { Level } from '@waymark/contracts';

/** Index of the highest level whose threshold a growth value reaches; levels ascend, and the first begins at 0. */
export function levelAt(levels: readonly Pick<Level, 'at'>[], growth: number): number {
  let reached = 0;
  for (let i = 1; i < levels.length && (levels[i]?.at ?? Infinity) <= growth; i++) reached = i;
  return reached;
}
