import { type Commit, memberKey } from '../record/request.js';
import type { Board } from './board.js';
import type { ReadContext } from './context.js';
import { headOf } from './member-state.js';

/** Tells boards of whom something changed for, whichever hub on the database wrote it. */
export interface BoardFollower {
  /** What the writer of this process has just committed. */
  committed(commit: Pick<Commit, 'first' | 'head' | 'members'>): void;
  /** Resolves once the boards know of everything that is in the log now. */
  upToDate(): Promise<void>;
}

/** So many rows behind, reading the boards anew is quicker than following. */
const BEHIND = 20_000;

/** Follows the log for boards, which it empties where it cannot follow. */
export function createBoardFollower(
  { tenant, reader }: Pick<ReadContext, 'tenant' | 'reader'>,
  boards: Map<string, Board>,
): BoardFollower {
  let position = 0;

  function touch(member: string): void {
    const [companyId = '', userId = ''] = member.split('\n');
    if (userId !== '') for (const board of boards.values()) board.touch(companyId, userId);
  }

  async function catchUp(head: number): Promise<void> {
    if (boards.size > 0 && head - position > BEHIND) boards.clear();
    if (boards.size > 0) {
      const rows = await reader.kysely
        .selectFrom('log')
        .select(['company_id', 'user_id', 'source'])
        .where('tenant_id', '=', tenant)
        .where('position', '>', position)
        .where('position', '<=', head)
        .execute();
      // What the hub did to nobody in particular was to take somebody out of everything.
      if (rows.some(({ user_id, source }) => user_id === null && source === 'hub')) boards.clear();
      for (const member of new Set(
        rows.map(({ company_id, user_id }) => memberKey(company_id, user_id ?? '')),
      ))
        touch(member);
    }
    position = Math.max(position, head);
  }

  return {
    committed({ first, head, members }) {
      for (const member of members) touch(member);
      if (first === position + 1) position = head;
    },
    async upToDate() {
      const head = await headOf(reader.kysely, tenant);
      if (head > position) await catchUp(head);
    },
  };
}
