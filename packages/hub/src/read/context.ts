import type { Playbook } from '@waymark/contracts';
import type { Program } from '@waymark/engine';
import type { NameOf } from '../intake/given-names.js';
import type { PseudonymOf } from '../privacy/pseudonym.js';
import type { Adopted } from '../record/request.js';
import type { ReadSession } from '../storage/session.js';

/** What every reading part of the hub stands on. */
export interface ReadContext {
  readonly tenant: string;
  readonly reader: ReadSession;
  readonly playbook: Playbook;
  readonly program: Program;
  readonly adopted: Adopted;
  readonly nameOf: NameOf;
  readonly pseudonymOf: PseudonymOf;
  /** The hub's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Whose view: one user in one company. */
export interface Member {
  readonly companyId: string;
  readonly userId: string;
}
