import type { Fact } from './fact.js';
import { type Homes, type MemberId, memberName, relocationOf } from './homes.js';

/** Which events are void. */
export interface Voids {
  /** Takes an event back in the name of a member, whether or not it is there yet; false where that was said before. */
  add(by: MemberId, eventId: string): boolean;
  /**
   * Whether somebody took it back who could: the same member, or one whose facts count for the same home. A relocation
   * is taken back by its own member alone, since homes depend on it.
   */
  isVoid(fact: Fact, homes: Homes): boolean;
}

/** Begins with none. */
export function createVoids(): Voids {
  const byEvent = new Map<string, MemberId[]>();
  return {
    add({ companyId, userId }, eventId) {
      const known = byEvent.get(eventId) ?? [];
      if (known.some((one) => one.companyId === companyId && one.userId === userId)) return false;
      byEvent.set(eventId, [...known, { companyId, userId }]);
      return true;
    },
    isVoid(fact, homes) {
      const voiders = byEvent.size === 0 ? undefined : byEvent.get(fact.id);
      if (voiders === undefined) return false;
      const home = relocationOf(fact) === null ? homes.of : (member: MemberId) => member;
      const name = memberName(home(fact));
      return voiders.some((by) => memberName(home(by)) === name);
    },
  };
}
