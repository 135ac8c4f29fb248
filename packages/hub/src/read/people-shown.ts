import type { Preferences } from '@waymark/contracts';
import { sql } from 'kysely';
import { shownAs } from '../privacy/preferences.js';
import type { Member, ReadContext } from './context.js';
import { shownName } from './names.js';
import { regionIn } from './standing-reads.js';

/** A person and how others may see them. */
export interface ShownPerson {
  readonly userId: string;
  readonly name: string;
  readonly shown: Preferences['ranking'];
  readonly alias: string | null;
  readonly role: string | null;
  readonly region: string | null;
}

/** Reads who people are, for rankings. */
export function createPeopleShown({ tenant, reader, playbook, nameOf }: ReadContext) {
  async function all(companyId: string, userIds: readonly string[]): Promise<Map<string, ShownPerson>> {
    if (userIds.length === 0) return new Map();
    const given = sql.join(userIds.map((id) => sql`(${id})`));
    const { rows } = await sql<
      Omit<ShownPerson, 'region' | 'name'> & { name: string | null; traits: string | null }
    >`
      select m.user_id as "userId", ${shownName('u')} as name, ${shownAs(playbook.privacy)} as shown, p.alias, m.role, u.traits
      from members m
      left join users u on u.tenant_id = m.tenant_id and u.user_id = m.user_id
      left join preferences p on p.tenant_id = m.tenant_id and p.company_id = m.company_id and p.user_id = m.user_id
      where m.tenant_id = ${tenant} and m.company_id = ${companyId} and m.user_id in (values ${given})`.execute(
      reader.kysely,
    );
    return new Map(
      rows.map(({ traits, name, ...row }) => [
        row.userId,
        { ...row, name: name ?? nameOf('user', row.userId), region: regionIn(traits) },
      ]),
    );
  }

  return {
    all,
    /** Who asks; without an event they are in no ranking. */
    async one({ companyId, userId }: Member): Promise<ShownPerson> {
      const found = (await all(companyId, [userId])).get(userId);
      const unknown = { name: nameOf('user', userId), shown: 'name', alias: null, role: null, region: null };
      return found ?? ({ userId, ...unknown } as ShownPerson);
    },
    /** The person's own points by window. */
    async points({ companyId, userId }: Member, periods: readonly string[]): Promise<Map<string, number>> {
      const rows = await reader.kysely
        .selectFrom('standings')
        .select(['period', 'points'])
        .where('tenant_id', '=', tenant)
        .where('company_id', '=', companyId)
        .where('user_id', '=', userId)
        .where('period', 'in', periods)
        .execute();
      return new Map(rows.map(({ period, points }) => [period, points]));
    },
  };
}
