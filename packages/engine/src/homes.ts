import type { Fact } from './fact.js';

/** A user in a company. */
export interface MemberId {
  readonly companyId: string;
  readonly userId: string;
}

/** A fact that has all the facts of its member count for another one. */
export interface Relocation {
  readonly eventId: string;
  readonly from: MemberId;
  readonly to: MemberId;
  /** When it was said, in milliseconds since 1970. */
  readonly ms: number;
}

/** For whom the facts of members count. */
export interface Homes {
  /** The member for whom those of another count; without a relocation, the member itself. */
  of<Member extends MemberId>(member: Member): Member | MemberId;
}

/**
 * What a `$move` or `$merge` of the vendor's server says, null for any other fact. Whoever keeps the log has it take
 * effect: the facts of `from` count as those of the home of `to`, whichever came first.
 */
export function relocationOf(fact: Fact): Relocation | null {
  const { event, source } = fact;
  if ((event !== '$move' && event !== '$merge') || source !== 'server' || fact.userId === '') return null;
  const { id, companyId, userId, properties, timestamp } = fact;
  const target = event === '$move' ? properties.companyId : properties.userId;
  if (typeof target !== 'string' || target === '') return null;
  const to = event === '$move' ? { companyId: target, userId } : { companyId, userId: target };
  if (to.companyId === companyId && to.userId === userId) return null;
  return { eventId: id, from: { companyId, userId }, to, ms: Date.parse(timestamp) };
}

/**
 * Follows relocations to their ends, the same whatever order they are given in. Of several of one member the last by its
 * own time holds, then by its id: a second move corrects the first. Of those that lead in a circle the first is let go:
 * who was moved there and back is back.
 *
 * @example homesOf([relocation]).of({ companyId: 'acme', userId: 'ada' }) // { companyId: 'umbra', userId: 'ada' }
 */
export function homesOf(relocations: Iterable<Relocation>): Homes {
  const next = new Map<string, Relocation>();
  for (const relocation of relocations) {
    const key = memberName(relocation.from);
    const before = next.get(key);
    if (before === undefined || isLater(relocation, before)) next.set(key, relocation);
  }
  for (const circle of circlesIn(next)) {
    const first = circle.reduce((one, other) => (isLater(one, other) ? other : one));
    next.delete(memberName(first.from));
  }
  const homes = new Map<string, MemberId>();
  for (const start of next.keys()) {
    const path: string[] = [];
    let key = start;
    let end: MemberId | undefined;
    for (let step = next.get(key); step !== undefined && !homes.has(key); step = next.get(key)) {
      path.push(key);
      end = step.to;
      key = memberName(end);
    }
    const home = homes.get(key) ?? end;
    if (home !== undefined) for (const member of path) homes.set(member, home);
  }
  return { of: (member) => (homes.size === 0 ? member : (homes.get(memberName(member)) ?? member)) };
}

/** Text that is the same for the same member alone. */
export function memberName({ companyId, userId }: MemberId): string {
  return JSON.stringify([companyId, userId]);
}

function isLater(a: Relocation, b: Relocation): boolean {
  return a.ms > b.ms || (a.ms === b.ms && a.eventId > b.eventId);
}

/** Each member has one relocation at most, so that circles never touch. */
function circlesIn(next: ReadonlyMap<string, Relocation>): Relocation[][] {
  const circles: Relocation[][] = [];
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of next.keys()) {
    walk++;
    const path: Relocation[] = [];
    let key = start;
    for (let step = next.get(key); step !== undefined && !walkOf.has(key); step = next.get(key)) {
      walkOf.set(key, walk);
      path.push(step);
      key = memberName(step.to);
    }
    if (walkOf.get(key) !== walk) continue;
    const begin = path.findIndex(({ from }) => memberName(from) === key);
    circles.push(path.slice(begin));
  }
  return circles;
}
