import {
  createVoids as createVoidSet,
  type Fact,
  type Homes,
  type Program,
  relocationOf,
  voidedBy,
} from '@waymark/engine';
import type { Own, VoidRow } from '../storage/tables.js';

/** A fact that was taken in, with what it was valued by. */
export interface Taken {
  readonly fact: Fact;
  readonly program: Program;
}

/** Which events are void: each of its own member alone, so that no correction of one reaches into another's growth. */
export interface Voids {
  /** One that was void before. */
  begin(row: Omit<Own<VoidRow>, 'position'>): void;
  isVoid(fact: Fact, homes: Homes): boolean;
  /**
   * Makes an event void from now on. The event itself where it is now to be taken back: it was taken in, by the same
   * member, and was not void before.
   */
  add(by: Fact, eventId: string, position: number, target: Taken | undefined, homes: Homes): Taken | null;
  /** Those that were added. */
  added(): readonly Own<VoidRow>[];
}

/** Begins with none. */
export function createVoids(): Voids {
  const known = createVoidSet();
  const added: Own<VoidRow>[] = [];
  return {
    begin: ({ event_id, company_id, user_id }) =>
      void known.add({ companyId: company_id, userId: user_id }, event_id),
    isVoid: known.isVoid,
    add(by, eventId, position, target, homes) {
      if (by.userId === '') return null;
      const wasVoid = target === undefined || known.isVoid(target.fact, homes);
      if (!known.add(by, eventId)) return null;
      added.push({ event_id: eventId, company_id: by.companyId, user_id: by.userId, position });
      // Whose facts count for whom is decided before any fact is valued; and what is taken back stays so.
      if (wasVoid || relocationOf(target.fact) !== null || voidedBy(target.fact) !== null) return null;
      return known.isVoid(target.fact, homes) ? target : null;
    },
    added: () => added,
  };
}
