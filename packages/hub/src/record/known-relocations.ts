import { createRelocations, type Homes, type MemberId, memberName, type Relocation } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import type { Own, RelocationRow, Tables } from '../storage/tables.js';

/** The relocations of a tenant at one moment. */
export interface KnownRelocations {
  readonly rows: readonly RelocationRow[];
  readonly homes: Homes;
}

/** Reads relocations; there are few, and they seldom change, so they are kept until they do. */
export function createRelocationReads(tenant: string) {
  let mark = '';
  let known: KnownRelocations = { rows: [], homes: createRelocations().homes };
  return async (view: Kysely<Tables>): Promise<KnownRelocations> => {
    // Each one said or taken back has a position of its own; an erasure makes them fewer.
    const { rows: marks } = await sql<{ mark: string }>`
      select count(*) || '/' || coalesce(max(position), 0) as mark from relocations where tenant_id = ${tenant}`.execute(
      view,
    );
    const now = marks[0]?.mark ?? '';
    if (now === mark) return known;
    const rows = await view
      .selectFrom('relocations')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('position')
      .execute();
    known = { rows, homes: createRelocations(inForce(rows)).homes };
    mark = now;
    return known;
  };
}

/** Reads the relocations of a tenant. */
export type RelocationReads = ReturnType<typeof createRelocationReads>;

/** Those that were not taken back. */
export function inForce(rows: readonly Own<RelocationRow>[]): Relocation[] {
  return rows.filter(({ is_void }) => is_void === 0).map(relocationIn);
}

/** The relocation that a row keeps. */
export function relocationIn(row: Own<RelocationRow>): Relocation {
  return {
    eventId: row.event_id,
    from: { companyId: row.company_id, userId: row.user_id },
    to: { companyId: row.to_company_id, userId: row.to_user_id },
    ms: row.ms,
  };
}

/**
 * Where somebody reads and chooses who comes as a member: with the id that they go on under in the same company. Into
 * another company nobody sees by a token for this one.
 */
export function homeInCompany<Member extends MemberId>(homes: Homes, member: Member): Member {
  const { companyId, userId } = homes.of(member);
  return companyId === member.companyId && userId !== member.userId ? { ...member, userId } : member;
}

/** Everybody whose facts count for a member, the member first. */
export function sourcesOf({ rows, homes }: KnownRelocations, { companyId, userId }: MemberId): MemberId[] {
  const home = { companyId, userId };
  const sources = new Map([[memberName(home), home as MemberId]]);
  for (const row of rows) {
    const { from, to } = relocationIn(row);
    for (const member of [from, to])
      if (memberName(homes.of(member)) === memberName(home)) sources.set(memberName(member), member);
  }
  return [...sources.values()];
}

/** All ids of one person: those merged into each other, in whatever company. */
export function idsOfPerson({ rows, homes }: KnownRelocations, userId: string): string[] {
  const ids = new Set([userId]);
  const members = rows.flatMap((row) => {
    const { from, to } = relocationIn(row);
    return [from, to];
  });
  for (let size = 0; size < ids.size; ) {
    size = ids.size;
    for (const member of members) {
      const home = homes.of(member);
      if (ids.has(member.userId)) ids.add(home.userId);
      if (ids.has(home.userId)) ids.add(member.userId);
    }
  }
  return [...ids];
}
