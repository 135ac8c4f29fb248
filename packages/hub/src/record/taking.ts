import {
  type Award,
  type Homes,
  memberName,
  type Program,
  placedAt,
  relocationOf,
  voidedBy,
} from '@waymark/engine';
import type { PlacedEvent } from './placed-event.js';
import type { Relocating } from './relocating.js';
import type { Tally } from './tally.js';
import type { Taken, Voids } from './voids.js';

/** What taking in the events of a group goes by. */
export interface Taking {
  readonly tally: Tally;
  readonly voids: Voids;
  /** Events to be taken back; those of the group itself are added as they are taken in. Null where none is. */
  readonly targets: Map<string, Taken> | null;
  readonly program: Program;
  readonly homes: Homes;
  /** Members for whom other facts count than before: all of theirs is taken in anew afterwards. */
  readonly unsettled: Relocating['unsettled'];
}

/** Takes an event in, or what it takes back out. */
export function takeIn(one: PlacedEvent, taking: Taking): Award[] {
  const { tally, voids, targets, program, homes, unsettled } = taking;
  if (one.admitted.isLate === true) return [];
  const { fact, position } = one;
  const eventId = voidedBy(fact);
  if (eventId !== null) {
    const target = voids.add(fact, eventId, position, targets?.get(eventId), homes);
    if (target === null) return [];
    const at = placedAt(target.fact, homes);
    if (unsettled?.homes.has(memberName(at)) === true) return [];
    return tally.takeBack(position, { ...target, fact: at }, program);
  }
  targets?.set(fact.id, { fact, program });
  if (relocationOf(fact) !== null || voids.isVoid(fact, homes)) return [];
  const at = placedAt(fact, homes);
  if (unsettled?.homes.has(memberName(at)) === true) return [];
  return tally.take({ position, fact: at }, program);
}
