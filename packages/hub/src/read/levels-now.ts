import type { Cells, Playbook } from '@waymark/contracts';
import { type LevelsNow, levelAt, levelOn } from '@waymark/engine';
import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import { companyGrowth } from './company-growth.js';
import type { Member } from './context.js';

/** Whether some badge is held only while the company is at a level: then colleagues can take it, and give it back. */
export function asksForCompany({ badges }: Playbook): boolean {
  return badges.some((badge) => badge.while?.companyLevel !== undefined);
}

/** The levels with which badges are held on a local day; the company's is read only where a badge asks for it. */
export async function levelsNow(
  view: Kysely<Tables>,
  tenant: string,
  playbook: Playbook,
  { companyId }: Member,
  cells: Cells,
  day: string,
): Promise<LevelsNow> {
  const level = levelOn(cells, day, playbook);
  if (companyId === '' || !asksForCompany(playbook)) return { level, companyLevel: 0 };
  const growth = await companyGrowth(view, tenant, companyId);
  return { level, companyLevel: levelAt(playbook.companyLevels ?? [], growth) };
}
