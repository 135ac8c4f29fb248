import { advance } from './apply.js';
import type { Award } from './award.js';
import { type DraftCells, emptyRecord } from './cells.js';
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

/** Folds a log from nothing; the result depends on the set of facts alone. */
export function createFold(program: Program): Fold {
  const seen = new Set<string>();
  const companies = new Map<string, Map<string, FoldedMember>>();
  const users = new Set<string>();
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
      users.add(userId);
    }
    return member;
  }

  function* members() {
    for (const company of companies.values()) yield* company.values();
  }

  return {
    push(fact) {
      const size = seen.size;
      if (seen.add(fact.id).size === size) {
        duplicates++;
        return [];
      }
      return fact.userId === '' ? [] : advance(memberOf(fact).cells, fact, program);
    },
    members,
    counts: () => ({
      events: seen.size,
      duplicates,
      users: users.size,
      companies: [...companies.keys()].filter((id) => id !== '').length,
      members: [...members()].length,
    }),
  };
}
