import type { Entitlements, Level } from '@waymark/contracts';
import { levelAt } from '@waymark/engine';
import { companyGrowth } from './company-growth.js';
import type { Member, ReadContext } from './context.js';
import { memberRow } from './member-state.js';

/** Reads what members may use. */
export function createEntitlements({ tenant, reader, playbook }: ReadContext) {
  const { levels, companyLevels = [] } = playbook;
  return ({ companyId, userId }: Member): Promise<Entitlements> =>
    reader.view(async (view) => {
      const row = await memberRow(view, tenant, { companyId, userId });
      const growth = row?.growth ?? 0;
      const benefits = [
        ...benefitsUpTo(levels, growth),
        ...(companyId === ''
          ? []
          : benefitsUpTo(companyLevels, await companyGrowth(view, tenant, companyId))),
      ];
      return {
        userId,
        companyId,
        growth,
        level: levelAt(levels, growth),
        entitlements: [...new Set(benefits)].sort(),
      };
    });
}

/** What is reached stays reached: a level brings its own benefits and those of all levels below. */
function benefitsUpTo(levels: readonly Level[], growth: number): string[] {
  return levels.slice(0, levelAt(levels, growth) + 1).flatMap(({ benefits }) => benefits);
}
