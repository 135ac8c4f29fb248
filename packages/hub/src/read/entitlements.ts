import type { Entitlements, Level } from '@waymark/contracts';
import { growthOn, LIFETIME, levelAt, levelOn } from '@waymark/engine';
import { companyGrowth } from './company-growth.js';
import { type Member, type ReadContext, seenAs } from './context.js';
import { localDay } from './local-day.js';
import { memberCells, memberRow } from './member-state.js';

/** Reads what members may use. */
export function createEntitlements(context: ReadContext) {
  const { tenant, reader, playbook, now } = context;
  const { levels, companyLevels = [] } = playbook;
  return async (member: Member): Promise<Entitlements> => {
    const { companyId, userId } = member;
    const seen = await seenAs(context, member);
    return reader.view(async (view) => {
      const row = await memberRow(view, tenant, seen);
      const day = localDay(now(), row?.last_seen);
      const cells = await memberCells(view, tenant, seen, [LIFETIME]);
      const level = levelOn(cells, day, playbook);
      const companyLevel =
        companyId === '' ? null : levelAt(companyLevels, await companyGrowth(view, tenant, companyId));
      const benefits = [
        ...benefitsUpTo(levels, level),
        ...(companyLevel === null ? [] : benefitsUpTo(companyLevels, companyLevel)),
      ];
      return {
        userId,
        companyId,
        growth: growthOn(cells, day, playbook),
        level,
        entitlements: [...new Set(benefits)].sort(),
      };
    });
  };
}

/** A level brings its own benefits and those of all levels below. */
function benefitsUpTo(levels: readonly Level[], level: number): string[] {
  return levels.slice(0, level + 1).flatMap(({ benefits }) => benefits);
}
