import type { RelocationReads } from '../record/known-relocations.js';
import { type Commit, memberKey, memberOf } from '../record/request.js';
import type { ReadSession } from '../storage/session.js';
import { headOf } from './member-state.js';

/** Something kept in memory about members, which has to hear when they move. */
export interface Followed {
  /** Whether nothing is kept now, so that there is nothing to keep right. */
  isEmpty(): boolean;
  /** Something of this member's past changed: it is not only longer. */
  correct?(companyId: string, userId: string): void;
  /** Something of this member changed. */
  touch(companyId: string, userId: string): void;
  /** Too much changed to say what: all is to be read anew. */
  forget(): void;
}

/** Tells what is kept in memory of whom something changed for, whichever hub on the database wrote it. */
export interface Follower {
  follow(followed: Followed): void;
  /** What the writer of this process has just committed. */
  committed(commit: Pick<Commit, 'first' | 'head' | 'members' | 'isAnew'>): void;
  /** Resolves once everything that is in the log now is told, with the position up to which all is. */
  upToDate(): Promise<number>;
}

/** So many rows behind, reading anew is quicker than following. */
const BEHIND = 20_000;

/** Follows the log of a tenant. */
export function createFollower({
  tenant,
  reader,
  relocations,
}: {
  readonly tenant: string;
  readonly reader: ReadSession;
  readonly relocations: RelocationReads;
}): Follower {
  const all: Followed[] = [];
  let position = 0;

  function touch(member: string, isAnew: boolean): void {
    const [companyId, userId] = memberOf(member);
    if (userId === '') return;
    for (const one of all) {
      if (isAnew) one.correct?.(companyId, userId);
      one.touch(companyId, userId);
    }
  }

  function forget(): void {
    for (const one of all) one.forget();
  }

  async function catchUp(head: number): Promise<void> {
    const rows = await reader.kysely
      .selectFrom('log')
      .select(['company_id', 'user_id', 'source'])
      .where('tenant_id', '=', tenant)
      .where('position', '>', position)
      .where('position', '<=', head)
      .execute();
    // What the hub did to nobody in particular was to take somebody out of everything.
    if (rows.some(({ user_id, source }) => user_id === null && source === 'hub')) forget();
    const { rows: moves, homes } = await relocations(reader.kysely);
    // Who was moved or merged is somewhere else with all they ever did.
    if (moves.some((move) => move.position > position)) forget();
    const members = rows.map(({ company_id, user_id }) => {
      const home = homes.of({ companyId: company_id, userId: user_id ?? '' });
      return memberKey(home.companyId, home.userId);
    });
    const voided = await reader.kysely
      .selectFrom('voids')
      .select('position')
      .where('tenant_id', '=', tenant)
      .where('position', '>', position)
      .limit(1)
      .executeTakeFirst();
    for (const member of new Set(members)) touch(member, voided !== undefined);
  }

  return {
    follow: (followed) => void all.push(followed),
    committed({ first, head, members, isAnew = false }) {
      for (const member of members) touch(member, isAnew);
      if (first === position + 1) position = head;
    },
    async upToDate() {
      const head = await headOf(reader.kysely, tenant);
      if (head <= position) return position;
      if (!all.every((one) => one.isEmpty())) {
        if (head - position > BEHIND) forget();
        else await catchUp(head);
      }
      position = Math.max(position, head);
      return position;
    },
  };
}
