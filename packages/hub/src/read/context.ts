import type { Playbook } from '@waymark/contracts';
import type { Program } from '@waymark/engine';
import type { NameOf } from '../intake/given-names.js';
import type { PseudonymOf } from '../privacy/pseudonym.js';
import { homeInCompany, type RelocationReads } from '../record/known-relocations.js';
import type { Adopted } from '../record/request.js';
import type { ReadSession } from '../storage/session.js';

/** What every reading part of the hub stands on. */
export interface ReadContext {
  readonly tenant: string;
  readonly reader: ReadSession;
  readonly playbook: Playbook;
  readonly program: Program;
  readonly adopted: Adopted;
  /** For whom the facts of members count. */
  readonly relocations: RelocationReads;
  readonly nameOf: NameOf;
  readonly pseudonymOf: PseudonymOf;
  /** The hub's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Whose view: one user in one company. */
export interface Member {
  readonly companyId: string;
  readonly userId: string;
  /** The id that the person came with, where they go on under another: by this one they are told of themselves. */
  readonly ownId?: string | undefined;
}

/** The member as whom somebody sees who comes as this one: another id of theirs in the same company, or themselves. */
export async function seenAs<M extends Member>({ relocations, reader }: ReadContext, member: M): Promise<M> {
  const { homes } = await relocations(reader.kysely);
  const seen = homeInCompany(homes, member);
  return seen === member ? member : { ...seen, ownId: member.userId };
}
