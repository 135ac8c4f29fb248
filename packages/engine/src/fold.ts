import { advance, takeBack } from './apply.js';
import type { Award } from './award.js';
import { type DraftCells, emptyRecord } from './cells.js';
import { voidedBy } from './corrections.js';
import type { Fact } from './fact.js';
import { type Homes, type MemberId, memberName, relocationOf } from './homes.js';
import type { Program } from './program.js';
import { createRelocations } from './relocations.js';
import { createVoids } from './voids.js';

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
  /**
   * Takes a fact, unless its id was there before, and returns what it brought. A move or merge brings nothing of its own;
   * what it changes is seen in `members`.
   */
  push(fact: Fact): Award[];
  members(): Iterable<FoldedMember>;
  counts(): FoldCounts;
}

/**
 * Folds a log from nothing; the result depends on the set of facts alone. What a `$void` names is as if it had never
 * been in the log, and what a `$move` or `$merge` names as if it had been the other member's from the start, whichever
 * of them comes first: that is why facts are kept.
 */
export function createFold(program: Program): Fold {
  const log: Fact[] = [];
  const seen = new Set<string>();
  const voids = createVoids();
  const relocations = createRelocations();
  const companies = new Map<string, Map<string, FoldedMember>>();
  const index = new Map<string, Fact>();
  /** By the member they are stamped with; kept only once there is a relocation. */
  let factsOf: Map<string, Fact[]> | null = null;
  let indexed = 0;
  let duplicates = 0;

  function memberOf({ companyId, userId }: MemberId): FoldedMember {
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

  function take(fact: Fact): Award[] {
    if (fact.userId === '' || voids.isVoid(fact, relocations.homes)) return [];
    const placed = placedAt(fact, relocations.homes);
    const member = memberOf(placed);
    const awards = advance(member.cells, placed, program);
    if (program.corrections.has(fact.event)) forgetEmpty(member);
    return awards;
  }

  function voidFact(by: Fact, eventId: string): Award[] {
    const target = find(eventId);
    const relocation = target === undefined ? null : relocationOf(target);
    if (relocation === null) settle();
    const { homes } = relocations;
    const wasVoid = target === undefined || target.userId === '' || voids.isVoid(target, homes);
    if (by.userId !== '') voids.add(by, eventId);
    if (wasVoid || !voids.isVoid(target, homes)) return [];
    if (relocation !== null) {
      relocations.change(relocation, true);
      return [];
    }
    const placed = placedAt(target, homes);
    const member = memberOf(placed);
    const awards = takeBack(member.cells, placed, program);
    forgetEmpty(member);
    return awards;
  }

  /** Folds members anew for whom other facts count than before. */
  function settle(): void {
    const unsettled = relocations.settle();
    if (unsettled === null) return;
    for (const { companyId, userId } of unsettled.homes.values()) companies.get(companyId)?.delete(userId);
    for (const name of unsettled.sources.keys()) {
      for (const fact of factsOf?.get(name) ?? []) if (voidedBy(fact) === null) take(fact);
    }
  }

  function keep(fact: Fact): void {
    log.push(fact);
    if (factsOf !== null) enter(factsOf, fact);
  }

  /** A member of whom nothing is left, or nothing was ever known, is none. */
  function forgetEmpty({ companyId, userId, cells }: FoldedMember): void {
    if (Object.keys(cells).length === 0) companies.get(companyId)?.delete(userId);
  }

  function* members() {
    settle();
    for (const company of companies.values()) yield* company.values();
  }

  return {
    push(fact) {
      const { size } = seen;
      if (seen.add(fact.id).size === size) {
        duplicates++;
        return [];
      }
      const target = voidedBy(fact);
      const relocation = relocationOf(fact);
      if (target === null && relocation === null) settle();
      keep(fact);
      if (target !== null) return voidFact(fact, target);
      if (relocation === null) return take(fact);
      if (factsOf === null) {
        factsOf = new Map();
        for (const one of log) enter(factsOf, one);
      }
      relocations.change(relocation, voids.isVoid(fact, relocations.homes));
      return [];
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

/** A fact as the one of the member for whom it counts. */
export function placedAt(fact: Fact, homes: Homes): Fact {
  const home = homes.of(fact);
  return home === fact ? fact : { ...fact, companyId: home.companyId, userId: home.userId };
}

function enter(factsOf: Map<string, Fact[]>, fact: Fact): void {
  const name = memberName(fact);
  const facts = factsOf.get(name);
  if (facts === undefined) factsOf.set(name, [fact]);
  else facts.push(fact);
}
