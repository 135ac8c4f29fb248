import type { Playbook } from '@waymark/contracts';
import { companyGrowthOf } from './cells.js';
import { compilePlaybook } from './compile.js';
import { REDEEM, voidedBy } from './corrections.js';
import { growthOn, levelOn } from './expiry.js';
import type { Fact } from './fact.js';
import { createFold } from './fold.js';
import { relocationOf } from './homes.js';

/** What a log comes to under one playbook. */
export interface PointTally {
  readonly playbook: Playbook;
  /** Points of people and companies, by what the ledger calls their rule. */
  readonly rules: ReadonlyMap<string, number>;
  /** What people earned of each spendable currency, whatever they spent. */
  readonly currencies: ReadonlyMap<string, number>;
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
  const currencies = new Map<string, number>();
  let today = '';
  for (const fact of correctionsFirst(facts)) {
    if (fact.day > today) today = fact.day;
    for (const award of folding.push(fact)) {
      if (award.kind !== 'points') continue;
      const points = award.points + award.companyPoints;
      if (points !== 0) add(rules, award.ruleId, points);
      if (fact.event === REDEEM) continue;
      for (const { currency, amount } of award.amounts ?? []) add(currencies, currency, amount);
    }
  }
  const people: TalliedPerson[] = [];
  const companies = new Map<string, number>();
  for (const { companyId, userId, cells } of folding.members()) {
    const growth = growthOn(cells, today, playbook);
    people.push({ companyId, userId, growth, level: levelOn(cells, today, playbook) });
    if (companyId !== '') add(companies, companyId, companyGrowthOf(cells));
  }
  return { playbook, rules, currencies, people, companies };
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
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
