import type { LevelView, Snapshot } from '@waymark/contracts';

/** Whether a person may use a benefit: their level, or their company's, has reached it. */
export function isEntitled(snapshot: Snapshot | null, benefitId: string): boolean {
  if (snapshot === null) return false;
  const { companyGrowth } = snapshot;
  return (
    brings(snapshot.levels, snapshot.level, benefitId) ||
    (companyGrowth !== null && brings(companyGrowth.levels, companyGrowth.level, benefitId))
  );
}

function brings(levels: readonly LevelView[], reached: number, benefitId: string): boolean {
  return levels.slice(0, reached + 1).some(({ benefits }) => benefits.some(({ id }) => id === benefitId));
}
