import type { Condition, Validity } from '@waymark/contracts';
import { compileCondition } from './conditions.js';
import type { Fact } from './fact.js';

/** Whether a fact counts for something. */
export type Filter = (fact: Fact) => boolean;

/** What can keep a fact from counting. */
export interface Filtered {
  readonly when?: Condition | undefined;
  readonly valid?: Validity | undefined;
}

/** Later than any day. */
const NEVER = '~';

/** Compiles everything that says which facts count. */
export function compileFilter({ when, valid }: Filtered): Filter {
  const matches = compileCondition(when);
  if (valid === undefined) return matches;
  const { from = '', until = NEVER } = valid;
  return (fact) => from <= fact.day && fact.day <= until && matches(fact);
}
