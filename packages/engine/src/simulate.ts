import type { Playbook } from '@waymark/contracts';
import { outcomeOf } from './outcome.js';
import type { PointTally, TalliedPerson } from './point-tally.js';

/** The same number under two playbooks. */
export interface Compared {
  readonly live: number;
  readonly draft: number;
}

/** What a draft of a playbook would have made of a log, beside what the live one made of it. */
export interface Comparison {
  /** Whether nothing differs. */
  readonly isEmpty: boolean;
  /** All points, of people and companies. */
  readonly points: Compared;
  /** By what the ledger calls the rule: those of the live playbook first, in its order. */
  readonly rules: readonly (Compared & { readonly ruleId: string; readonly outcome: string | null })[];
  readonly outcomes: readonly (Compared & { readonly outcome: string | null })[];
  /** What people earn of each spendable currency. */
  readonly currencies: readonly (Compared & { readonly currency: string })[];
  /** How many people stand at each level, by its index. */
  readonly levels: readonly (Compared & { readonly level: number })[];
  /** How many people have more, and how many have less. */
  readonly winners: number;
  readonly losers: number;
  /** Who has another growth value or level, the largest differences first. */
  readonly people: readonly PersonDifference[];
  /** Companies with another growth value, the largest differences first. */
  readonly companies: readonly (Compared & { readonly companyId: string })[];
}

/** One person under two playbooks. */
export interface PersonDifference extends Compared {
  readonly companyId: string;
  readonly userId: string;
  readonly liveLevel: number;
  readonly draftLevel: number;
}

/** Compares what one log comes to under the live playbook and under a draft; equal playbooks give an empty difference. */
export function compareFolds(live: PointTally, draft: PointTally): Comparison {
  const rules = rowsOf(live.rules, draft.rules).map(({ id, ...points }) => ({
    ruleId: id,
    outcome: outcomeOf(draft.playbook, id) ?? outcomeOf(live.playbook, id),
    ...points,
  }));
  const people = differentPeople(live, draft);
  const companies = rowsOf(live.companies, draft.companies)
    .filter(differs)
    .sort(byDifference)
    .map(({ id, ...growth }) => ({ companyId: id, ...growth }));
  const outcomes = rowsOf(byOutcome(live), byOutcome(draft)).map(({ id, ...points }) => ({
    outcome: id,
    ...points,
  }));
  const currencies = rowsOf(live.currencies, draft.currencies).map(({ id, ...amounts }) => ({
    currency: id,
    ...amounts,
  }));
  const levels = levelsOf(live, draft);
  return {
    isEmpty:
      people.length + companies.length === 0 &&
      ![...rules, ...outcomes, ...currencies, ...levels].some(differs),
    points: { live: sumOf(live.rules), draft: sumOf(draft.rules) },
    rules,
    outcomes,
    currencies,
    levels,
    winners: people.filter((person) => person.draft > person.live).length,
    losers: people.filter((person) => person.draft < person.live).length,
    people,
    companies,
  };
}

/** The names of two maps, those of the first one first, with the numbers of both. */
function rowsOf<Id>(
  live: ReadonlyMap<Id, number>,
  draft: ReadonlyMap<Id, number>,
): (Compared & { id: Id })[] {
  return [...new Set([...live.keys(), ...draft.keys()])].map((id) => ({
    id,
    live: live.get(id) ?? 0,
    draft: draft.get(id) ?? 0,
  }));
}

function byOutcome({ playbook, rules }: { playbook: Playbook; rules: ReadonlyMap<string, number> }) {
  const sums = new Map<string | null, number>();
  for (const [ruleId, points] of rules) {
    const outcome = outcomeOf(playbook, ruleId);
    sums.set(outcome, (sums.get(outcome) ?? 0) + points);
  }
  return sums;
}

function levelsOf(live: PointTally, draft: PointTally): (Compared & { level: number })[] {
  const count = ({ people }: PointTally, level: number) => people.filter((one) => one.level === level).length;
  const most = Math.max(live.playbook.levels.length, draft.playbook.levels.length);
  return Array.from({ length: most }, (_, level) => ({
    level,
    live: count(live, level),
    draft: count(draft, level),
  }));
}

function differentPeople(live: PointTally, draft: PointTally): PersonDifference[] {
  const known = new Map(live.people.map((person) => [keyOf(person), person]));
  const differences: PersonDifference[] = [];
  for (const { companyId, userId, growth, level } of draft.people) {
    const before = known.get(keyOf({ companyId, userId }));
    if (before?.growth === growth && before.level === level) continue;
    differences.push({
      companyId,
      userId,
      live: before?.growth ?? 0,
      draft: growth,
      liveLevel: before?.level ?? 0,
      draftLevel: level,
    });
  }
  return differences.sort((a, b) => byDifference(a, b) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ companyId, userId }: Pick<TalliedPerson, 'companyId' | 'userId'>): string {
  return JSON.stringify([companyId, userId]);
}

function differs({ live, draft }: Compared): boolean {
  return live !== draft;
}

function byDifference(a: Compared, b: Compared): number {
  return Math.abs(b.draft - b.live) - Math.abs(a.draft - a.live);
}

function sumOf(points: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const some of points.values()) sum += some;
  return sum;
}
