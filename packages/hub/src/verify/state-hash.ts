import { createHash } from 'node:crypto';
import type { Cells } from '@waymark/contracts';
import { canonicalCells } from '@waymark/engine';

/** A member's state under its name. */
export interface HashedMember {
  readonly companyId: string;
  readonly userId: string;
  readonly cells: Cells;
}

/** One hash over the states of all members, the same whatever the order of events or of members. */
export function stateHash(members: Iterable<HashedMember>): string {
  const lines = [...members].map(
    ({ companyId, userId, cells }) => `${JSON.stringify([companyId, userId])} ${canonicalCells(cells)}\n`,
  );
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(line);
  return hash.digest('hex');
}
