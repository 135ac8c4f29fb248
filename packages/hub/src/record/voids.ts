import type { Fact, Program } from '@waymark/engine';
import type { VoidRow } from '../storage/tables.js';

/** A fact that was taken in, with what it was valued by. */
export interface Taken {
  readonly fact: Fact;
  readonly program: Program;
}

type Own = Omit<VoidRow, 'tenant_id'>;

/** Which events are void: each of its own member alone, so that no correction of one reaches into another's growth. */
export interface Voids {
  /** One that was void before. */
  begin(row: Omit<Own, 'position'>): void;
  isVoid(fact: Fact): boolean;
  /**
   * Makes an event void from now on. The event itself where it is now to be taken back: it was taken in, by the same
   * member, and was not void before.
   */
  add(by: Fact, eventId: string, position: number, target: Taken | undefined): Taken | null;
  /** Those that were added. */
  added(): readonly Own[];
}

/** Begins with none. */
export function createVoids(): Voids {
  const known = new Set<string>();
  const added: Own[] = [];
  return {
    begin: ({ event_id, company_id, user_id }) => void known.add(keyOf(event_id, company_id, user_id)),
    isVoid: ({ id, companyId, userId }) => known.size > 0 && known.has(keyOf(id, companyId, userId)),
    add({ companyId, userId }, eventId, position, target) {
      const key = keyOf(eventId, companyId, userId);
      if (userId === '' || known.has(key)) return null;
      known.add(key);
      added.push({ event_id: eventId, company_id: companyId, user_id: userId, position });
      if (target === undefined) return null;
      return target.fact.companyId === companyId && target.fact.userId === userId ? target : null;
    },
    added: () => added,
  };
}

function keyOf(eventId: string, companyId: string, userId: string): string {
  return JSON.stringify([eventId, companyId, userId]);
}
