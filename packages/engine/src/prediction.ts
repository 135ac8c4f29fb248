import type { Cells, LedgerEntry, PredictionBasis } from '@waymark/contracts';
import { apply } from './apply.js';
import { type Award, earnedName, ledgerEntry } from './award.js';
import { growthOf } from './cells.js';
import type { Fact } from './fact.js';
import { levelAt } from './levels.js';
import { compilePoints } from './points-program.js';
import type { Program } from './program.js';

export type { Award, BadgeAward, LevelAward, PointsAward } from './award.js';
export { compileCondition } from './conditions.js';
export { type Fact, type Stamp, stampFact } from './fact.js';

/** What the hub is expected to say once it has taken the facts under way. */
export interface Prediction {
  /** Adds a fact under way and returns what it brings on top of those before it; one known already brings nothing more. */
  predict(fact: Fact): { readonly awards: readonly Award[]; readonly growth: number };
  /** Forgets facts: settled by the hub, or given up. What remains is foretold anew from the basis. */
  drop(ids: Iterable<string>): void;
  /** Starts from what the hub has confirmed since, and forgets the facts which that settles. */
  rebase(basis: PredictionBasis, settled?: Iterable<string>): void;
  growth(): number;
  /** Index of the level that is worn with it. */
  level(): number;
  /** Foretold ledger entries, newest first. */
  entries(): readonly LedgerEntry[];
}

/**
 * Foretells the hub's answer with the hub's own arithmetic, from the cells it sent: points and levels, and nothing of
 * spendable currencies, which are the hub's to give.
 *
 * @example const prediction = createPrediction(snapshot.prediction);
 * prediction.predict(stampFact(event, { companyId, role })).growth;
 */
export function createPrediction(basis: PredictionBasis): Prediction {
  let confirmed: Cells = basis.cells;
  let program: Program = compilePoints(basis.playbook);
  let floor = basis.level ?? 0;
  let cells = confirmed;
  let entries: LedgerEntry[] = [];
  const pending = new Map<string, Fact>();

  function take(fact: Fact): Award[] {
    const { state, awards } = apply(cells, fact, program);
    cells = state;
    for (const award of awards) {
      if (award.kind !== 'points') continue;
      const name = earnedName(program.playbook, award.ruleId);
      if (name !== null) entries = [ledgerEntry(award, fact, { name }), ...entries];
    }
    return awards.filter((award) => award.kind !== 'level' || award.to > floor);
  }

  function drop(ids: Iterable<string>): void {
    for (const id of ids) pending.delete(id);
    cells = confirmed;
    entries = [];
    for (const fact of pending.values()) take(fact);
  }

  const growth = () => growthOf(cells);

  return {
    predict(fact) {
      const awards = pending.has(fact.id) ? [] : take(fact);
      pending.set(fact.id, fact);
      return { awards, growth: growth() };
    },
    drop,
    rebase(next, settled = []) {
      confirmed = next.cells;
      program = compilePoints(next.playbook);
      floor = next.level ?? 0;
      drop(settled);
    },
    growth,
    level: () => Math.max(floor, levelAt(program.playbook.levels, growth())),
    entries: () => entries,
  };
}
