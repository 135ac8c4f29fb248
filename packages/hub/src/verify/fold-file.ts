import type { Playbook } from '@waymark/contracts';
import { compilePlaybook, createFold, type Fact } from '@waymark/engine';
import { factsOfFile } from '../simulate/facts.js';
import type { ORDERS } from './order.js';
import { shuffle } from './shuffle.js';
import { stateHash } from './state-hash.js';
import type { Verification } from './verify.js';

/** How to fold a file. */
export interface FoldOptions {
  readonly file: string;
  readonly playbook: Playbook;
  readonly order?: (typeof ORDERS)[number] | undefined;
  /** Of the shuffle and of which events are doubled. */
  readonly seed?: number | undefined;
  /** Share of the events that are pushed twice, 0 to 1. */
  readonly duplicates?: number | undefined;
  readonly onRejected?: ((message: string) => void) | undefined;
  readonly now?: (() => number) | undefined;
}

/** Folds a file of events without any database, to the very state that importing it leads to. */
export async function foldFile(options: FoldOptions): Promise<Verification> {
  const { file, playbook, order = 'given', seed = 1, duplicates = 0, onRejected, now = Date.now } = options;
  const facts = await factsOfFile(file, onRejected, now);
  const fold = createFold(compilePlaybook(playbook));
  for (const fact of arranged(facts, order, seed, duplicates)) fold.push(fact);
  const companies = new Set(facts.map(({ companyId }) => companyId));
  companies.delete('');
  const { events, users } = fold.counts();
  return {
    ok: true,
    events,
    users,
    companies: companies.size,
    stateHash: stateHash(fold.members()),
    differences: [],
  };
}

/** Events of one id are folded once; which of them counts must not depend on the order, so the first of the file does. */
function arranged(facts: readonly Fact[], order: string, seed: number, duplicates: number): Fact[] {
  const byId = new Map<string, Fact>();
  for (const fact of facts) if (!byId.has(fact.id)) byId.set(fact.id, fact);
  const once = [...byId.values()];
  const twice = shuffle(once, seed + 1).slice(0, Math.round(once.length * duplicates));
  const all = [...once, ...twice];
  if (order === 'reversed') return all.reverse();
  return order === 'shuffled' ? shuffle(all, seed) : all;
}
