import { advance, takeBack } from './apply.js';
import type { Award } from './award.js';
import { type DraftCells, emptyRecord } from './cells.js';
import { voidedBy } from './corrections.js';
import type { Fact } from './fact.js';
import type { Program } from './program.js';

/** One member and what the fold made of their facts. */
export interface FoldedMember {
  readonly companyId: string;
  readonly userId: string;
  readonly cells: DraftCells;
}

/** How much a fold has seen. */
export interface FoldCounts {
  /** Facts taken, without duplicates. */
  readonly events: number;
  readonly duplicates: number;
  /** People, whatever number of companies they are in. */
  readonly users: number;
  readonly companies: number;
  /** People by company: who is in two counts twice. */
  readonly members: number;
}

/** A log being folded, in any order and with any number of repetitions. */
export interface Fold {
  /** Takes a fact, unless its id was there before, and returns what it brought. */
  push(fact: Fact): Award[];
  members(): Iterable<FoldedMember>;
  counts(): FoldCounts;
}

/**
 * Folds a log from nothing; the result depends on the set of facts alone. What a `$void` names is as if it had never
 * been in the log, whichever of the two comes first: that is why facts are kept.
 */
export function createFold(program: Program): Fold {
  const log: Fact[] = [];
  const seen = new Set<string>();
  const voided = new Set<string>();
  const companies = new Map<string, Map<string, FoldedMember>>();
  const index = new Map<string, Fact>();
  let indexed = 0;
  let duplicates = 0;

  function memberOf({ companyId, userId }: Fact): FoldedMember {
    let company = companies.get(companyId);
    if (company === undefined) {
      company = new Map();
      companies.set(companyId, company);
    }
    let member = company.get(userId);
    if (member === undefined) {
      member = { companyId, userId, cells: emptyRecord() };
      company.set(userId, member);
    }
    return member;
  }

  /** Most logs have no void, and no need of an index. */
  function find(id: string): Fact | undefined {
    for (const fact of log.slice(indexed)) index.set(fact.id, fact);
    indexed = log.length;
    return index.get(id);
  }

  function voidFact(key: string, target: Fact | undefined): Award[] {
    if (voided.has(key)) return [];
    voided.add(key);
    if (target === undefined || target.userId === '' || factKey(target, target.id) !== key) return [];
    const member = memberOf(target);
    const awards = takeBack(member.cells, target, program);
    forgetEmpty(member);
    return awards;
  }

  /** A member of whom nothing is left, or nothing was ever known, is none. */
  function forgetEmpty({ companyId, userId, cells }: FoldedMember): void {
    if (Object.keys(cells).length === 0) companies.get(companyId)?.delete(userId);
  }

  function* members() {
    for (const company of companies.values()) yield* company.values();
  }

  return {
    push(fact) {
      const { size } = seen;
      if (seen.add(fact.id).size === size) {
        duplicates++;
        return [];
      }
      log.push(fact);
      const target = voidedBy(fact);
      if (target !== null) return voidFact(factKey(fact, target), find(target));
      if (fact.userId === '' || (voided.size > 0 && voided.has(factKey(fact, fact.id)))) return [];
      const member = memberOf(fact);
      const awards = advance(member.cells, fact, program);
      if (program.corrections.has(fact.event)) forgetEmpty(member);
      return awards;
    },
    members,
    counts: () => {
      const all = [...members()];
      return {
        events: seen.size,
        duplicates,
        users: new Set(all.map(({ userId }) => userId)).size,
        companies: new Set(all.map(({ companyId }) => companyId).filter((id) => id !== '')).size,
        members: all.length,
      };
    },
  };
}

/** An event can be voided for its own member alone, so that no correction of one reaches into another's growth. */
function factKey({ companyId, userId }: Fact, eventId: string): string {
  return JSON.stringify([companyId, userId, eventId]);
}
