import {
  createRelocations,
  createVoids,
  type Homes,
  relocationOf,
  type Unsettled,
  voidedBy,
} from '@waymark/engine';
import type { Own, RelocationRow, VoidRow } from '../storage/tables.js';
import { inForce, relocationIn } from './known-relocations.js';
import type { Placed } from './tally.js';

/** What some facts say about whose facts count for whom. */
export interface Relocating {
  /** As they are after the facts. */
  readonly homes: Homes;
  /** Relocations that were said or taken back. */
  readonly changed: readonly Own<RelocationRow>[];
  /** Members for whom other facts count than before; null for none. */
  readonly unsettled: Unsettled | null;
}

/** Takes the relocations among facts, and what takes relocations back, in the order of the log. */
export function relocate(
  known: readonly Own<RelocationRow>[],
  placed: Iterable<Placed>,
  voids: readonly Pick<VoidRow, 'event_id' | 'company_id' | 'user_id'>[],
): Relocating {
  const rows = new Map(known.map((row) => [row.event_id, row]));
  const relocations = createRelocations(inForce(known));
  const said = createVoids();
  const changed = new Map<string, Own<RelocationRow>>();
  for (const { event_id, company_id, user_id } of voids)
    said.add({ companyId: company_id, userId: user_id }, event_id);

  function keep(row: Own<RelocationRow>): void {
    rows.set(row.event_id, row);
    changed.set(row.event_id, row);
    relocations.change(relocationIn(row), row.is_void === 1);
  }

  for (const { fact, position } of placed) {
    const eventId = voidedBy(fact);
    if (eventId !== null) {
      said.add(fact, eventId);
      const row = rows.get(eventId);
      const isOwn = row?.company_id === fact.companyId && row.user_id === fact.userId;
      if (row?.is_void === 0 && isOwn) keep({ ...row, is_void: 1, position });
      continue;
    }
    const relocation = relocationOf(fact);
    if (relocation === null) continue;
    keep({
      event_id: relocation.eventId,
      company_id: relocation.from.companyId,
      user_id: relocation.from.userId,
      to_company_id: relocation.to.companyId,
      to_user_id: relocation.to.userId,
      ms: relocation.ms,
      is_void: said.isVoid(fact, relocations.homes) ? 1 : 0,
      position,
    });
  }
  const unsettled = relocations.settle();
  return { homes: relocations.homes, changed: [...changed.values()], unsettled };
}
