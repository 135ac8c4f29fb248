import type { Playbook } from '@waymark/contracts';
import { companyGrowthOf } from './cells.js';
import { compilePlaybook } from './compile.js';
import { voidedBy } from './corrections.js';
import { growthOn, levelOn } from './expiry.js';
import type { Fact } from './fact.js';
import { createFold } from './fold.js';
import { relocationOf } from './homes.js';

/** What a log comes to under one playbook. */
export interface PointTally {
  readonly playbook: Playbook;
  /** Points of people and companies, by what the ledger calls their rule. */
  readonly rules: ReadonlyMap<string, number>;
  readonly people: readonly TalliedPerson[];
  /** Growth of each company. */
  readonly companies: ReadonlyMap<string, number>;
}

/** One member of a {@link PointTally}, as of the last day of the log. */
export interface TalliedPerson {
  readonly companyId: string;
  readonly userId: string;
  readonly growth: number;
  /** Index into the playbook's levels. */
  readonly level: number;
}

/**
 * Folds facts from nothing under a playbook and adds up what it brings.
 *
 * @example compareFolds(tallyPoints(live, facts), tallyPoints(draft, facts)).isEmpty
 */
export function tallyPoints(playbook: Playbook, facts: Iterable<Fact>): PointTally {
  const folding = createFold(compilePlaybook(playbook));
  const rules = new Map<string, number>();
  let today = '';
  for (const fact of correctionsFirst(facts)) {
    if (fact.day > today) today = fact.day;
    for (const award of folding.push(fact)) {
      if (award.kind !== 'points') continue;
      rules.set(award.ruleId, (rules.get(award.ruleId) ?? 0) + award.points + award.companyPoints);
    }
  }
  const people: TalliedPerson[] = [];
  const companies = new Map<string, number>();
  for (const { companyId, userId, cells } of folding.members()) {
    const growth = growthOn(cells, today, playbook);
    people.push({ companyId, userId, growth, level: levelOn(cells, today, playbook) });
    if (companyId !== '') companies.set(companyId, (companies.get(companyId) ?? 0) + companyGrowthOf(cells));
  }
  return { playbook, rules, people, companies };
}

/** In any order the sums are the same; in this one nothing has to be taken back to get there. */
function correctionsFirst(facts: Iterable<Fact>): Fact[] {
  const first: Fact[] = [];
  const rest: Fact[] = [];
  for (const fact of facts) {
    const corrects = voidedBy(fact) !== null || relocationOf(fact) !== null;
    (corrects ? first : rest).push(fact);
  }
  return [...first, ...rest];
}
