import type { Event, PersonExport } from '@waymark/contracts';
import { growthOn, LIFETIME, levelOn, type MemberId, memberName } from '@waymark/engine';
import type { Kysely } from 'kysely';
import { preferencesIn, preferencesRow } from '../privacy/preferences.js';
import { idsOfPerson } from '../record/known-relocations.js';
import type { Tables } from '../storage/tables.js';
import { badgeAwards } from './badge-awards.js';
import type { ReadContext } from './context.js';
import { ledgerOf } from './ledger-reads.js';
import { localDay } from './local-day.js';
import { memberCells, memberRow } from './member-state.js';
import { companyName, userName } from './names.js';
import { redemptionOf, redemptionsOf } from './redemptions.js';

/** Everything that the hub holds of a person, in all companies; null for somebody it does not know. */
export async function personExport(context: ReadContext, named: string): Promise<PersonExport | null> {
  const { tenant, reader, nameOf, relocations } = context;
  return reader.longView(async (view) => {
    const known = await relocations(view);
    const userIds = idsOfPerson(known, named);
    const users = await view
      .selectFrom('users')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('user_id', 'in', userIds)
      .execute();
    const user = users.find(({ user_id }) => user_id === named) ?? users[0];
    const rows = await view
      .selectFrom('log')
      .select(['position', 'company_id', 'user_id', 'received_at', 'source', 'body'])
      .where('tenant_id', '=', tenant)
      .where('user_id', 'in', userIds)
      .orderBy('position')
      .execute();
    if (user === undefined && rows.length === 0) return null;
    const memberships = [];
    const homes = new Map<string, MemberId>();
    for (const { company_id, user_id } of rows) {
      const home = known.homes.of({ companyId: company_id, userId: user_id ?? '' });
      homes.set(memberName(home), home);
    }
    for (const name of [...homes.keys()].sort()) {
      const { companyId, userId } = homes.get(name) as MemberId;
      memberships.push(await membership(view, context, companyId, userId));
    }
    return {
      userId: named,
      ...(userIds.length === 1 ? {} : { userIds }),
      name: await userName(view, tenant, named, nameOf),
      traits: user?.traits === null || user === undefined ? null : JSON.parse(user.traits),
      memberships,
      events: rows.map(({ position, company_id, received_at, source, body }) => ({
        position: String(position),
        companyId: company_id,
        receivedAt: received_at,
        source,
        event: JSON.parse(body) as Event,
      })),
    };
  });
}

async function membership(
  view: Kysely<Tables>,
  context: ReadContext,
  companyId: string,
  userId: string,
): Promise<PersonExport['memberships'][number]> {
  const { tenant, playbook, nameOf, now } = context;
  const member = { companyId, userId };
  const row = await memberRow(view, tenant, member);
  const cells = await memberCells(view, tenant, member, [LIFETIME]);
  const day = localDay(now(), row?.last_seen);
  const awards = await badgeAwards(view, tenant, member);
  const standings = await view
    .selectFrom('standings')
    .select(['period', 'points'])
    .where('tenant_id', '=', tenant)
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .orderBy('period')
    .execute();
  const ledger = await ledgerOf(view, context, member, { limit: Number.MAX_SAFE_INTEGER });
  return {
    companyId,
    companyName: await companyName(view, tenant, companyId, nameOf),
    role: row?.role ?? null,
    growth: growthOn(cells, day, playbook),
    level: levelOn(cells, day, playbook),
    preferences: preferencesIn(await preferencesRow(view, tenant, member), playbook.privacy),
    badges: awards.map(({ badgeId, tier, earnedAt }) => ({ badgeId, tier, earnedAt })),
    redemptions: (await redemptionsOf(view, tenant, member)).map(redemptionOf),
    standings,
    ledger: ledger.map(({ entry }) => entry),
  };
}
