import type { Campaign } from '@waymark/contracts';
import { hash32 } from './hash.js';
import type { Impression } from './impression.js';

/** What an experiment does with a person. */
export interface Assignment {
  /** What was assigned as one. */
  readonly by: 'user' | 'company';
  readonly heldOut: boolean;
  /** The variant of the content; null for who is held out, and where there is but one. */
  readonly arm: string | null;
}

/** So many parts are dealt: a hundredth of a percent each. */
const PARTS = 10_000;

/**
 * Who is held out and who gets which variant: from the campaign's salt and the id alone, so that it is the same for ever, on
 * every machine, and whatever other campaigns there are. The holdout and the arms are dealt apart: another share for the
 * one moves nobody between the others.
 *
 * @example assign(campaign, { userId: 'ada', companyId: 'acme' }).heldOut
 */
export function assign({ id, experiment }: Pick<Campaign, 'id' | 'experiment'>, whom: Unit): Assignment {
  if (experiment === undefined) return { by: 'user', heldOut: false, arm: null };
  const by = unitOf(experiment.by, whom);
  const name = JSON.stringify([experiment.salt ?? id, by, by === 'company' ? whom.companyId : whom.userId]);
  if (partOf(name, HOLDOUT) < experiment.holdout * (PARTS / 100)) return { by, heldOut: true, arm: null };
  const { arms = [] } = experiment;
  const all = arms.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = partOf(name, ARMS) * all;
  let until = 0;
  for (const { id: arm, weight } of arms) {
    until += weight * PARTS;
    if (drawn < until) return { by, heldOut: false, arm };
  }
  return { by, heldOut: false, arm: null };
}

/** Seeds of the two deals; any two that differ. */
const HOLDOUT = 1;
const ARMS = 2;

function partOf(name: string, seed: number): number {
  return Math.floor((hash32(name, seed) * PARTS) / 2 ** 32);
}

/** Who is to be assigned. */
export type Unit = Pick<Impression, 'userId' | 'companyId'>;

/** A person without a company is one alone. */
export function unitOf(by: 'user' | 'company', { companyId }: Unit): 'user' | 'company' {
  return companyId === '' ? 'user' : by;
}
