import { type Homes, homesOf, type MemberId, memberName, type Relocation } from './homes.js';

/** The relocations of a log, as they are said and taken back. */
export interface Relocations {
  readonly homes: Homes;
  /** Says one more, or takes it back. What it changes is told by the next `settle`. */
  change(relocation: Relocation, isVoid: boolean): void;
  /** Brings `homes` up to date. For whom other facts count than before, and whose facts those may be. */
  settle(): Unsettled | null;
}

/** Members by their name. */
export interface Unsettled {
  readonly homes: ReadonlyMap<string, MemberId>;
  readonly sources: ReadonlyMap<string, MemberId>;
}

/** Begins with those that hold already. */
export function createRelocations(known: Iterable<Relocation> = []): Relocations {
  const inForce = new Map<string, Relocation>();
  const named = new Map<string, MemberId>();
  for (const relocation of known) add(relocation);
  let homes = homesOf(inForce.values());
  let isStale = false;

  function add(relocation: Relocation): void {
    inForce.set(relocation.eventId, relocation);
    for (const member of [relocation.from, relocation.to]) named.set(memberName(member), member);
  }

  return {
    get homes() {
      return homes;
    },
    change(relocation, isVoid) {
      if (isVoid === !inForce.has(relocation.eventId)) return;
      isStale = true;
      if (isVoid) inForce.delete(relocation.eventId);
      else add(relocation);
    },
    settle() {
      if (!isStale) return null;
      isStale = false;
      const before = homes;
      homes = homesOf(inForce.values());
      const changed = new Map<string, MemberId>();
      for (const member of named.values()) {
        const ends = [before.of(member), homes.of(member)].map((end) => [memberName(end), end] as const);
        if (ends[0]?.[0] !== ends[1]?.[0]) for (const [key, end] of ends) changed.set(key, end);
      }
      const sources = new Map(changed);
      for (const [name, member] of named)
        if (changed.has(memberName(homes.of(member)))) sources.set(name, member);
      return changed.size === 0 ? null : { homes: changed, sources };
    },
  };
}
