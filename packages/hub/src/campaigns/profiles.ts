import type { JsonObject, Tier } from '@waymark/contracts';
import { growthOn, heldTiers, isWithheld, LIFETIME, levelAt, levelOn } from '@waymark/engine';
import { compileAudience, type Impression, type Profile, seenBy, standIn } from '@waymark/engine/campaigns';
import { companyGrowth } from '../read/company-growth.js';
import type { Member, ReadContext } from '../read/context.js';
import { localTime } from '../read/local-day.js';
import { memberCells, memberRow } from '../read/member-state.js';
import type { UserRow } from '../storage/tables.js';
import type { Diagnoses } from './diagnoses.js';
import type { EventCounting } from './event-counts.js';
import type { Campaigns } from './program.js';
import { longestPush, pushesSince } from './pushes.js';

/** A person as decisions see them, and the time it is for them. */
export interface Portrait {
  readonly profile: Profile;
  /** ISO 8601 with the person's own offset. */
  readonly at: string;
  /** When the person was last seen, as it was written; undefined for somebody without a single event. */
  readonly lastSeen: string | undefined;
}

/** Reads people as decisions see them. */
export interface Profiles {
  /** With `at`, ISO 8601 with an offset, as they would be then if nothing happened until then. */
  of(member: Member, role: string | null, impressions: readonly Impression[], at?: string): Promise<Portrait>;
}

interface Parts {
  readonly counting: EventCounting;
  readonly diagnoses: Diagnoses;
  /** Whether somebody has the product open now. */
  isOnline(member: Member): boolean;
}

const NO_COUNTS = { events: {}, since: null };

/** Profiles over the database, and over what is counted in memory. */
export function createProfiles(
  { tenant, reader, now: clock }: ReadContext,
  { playbook, counted, program }: Campaigns,
  { counting, diagnoses, isOnline }: Parts,
): Profiles {
  const { companyLevels = [], badges, audiences = [] } = playbook;
  const waits = longestPush(playbook.campaigns ?? []);
  const asksForCounts = counted.company.events.size > 0 || counted.company.since;

  /** What the vendor says of both: in traits, and of names in tokens as well. */
  async function traitsOf({ userId, companyId }: Member) {
    const { kysely } = reader;
    const user = await kysely
      .selectFrom('users')
      .select(['traits', 'claimed_name'])
      .where('tenant_id', '=', tenant)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    const company =
      companyId === ''
        ? undefined
        : await kysely
            .selectFrom('companies')
            .select(['traits', 'claimed_name'])
            .where('tenant_id', '=', tenant)
            .where('company_id', '=', companyId)
            .executeTakeFirst();
    return { userTraits: traitsIn(user), companyTraits: traitsIn(company) };
  }

  /** When each campaign was last sent to the person; whether they belong to a named audience is asked now. */
  async function pushedTo(
    profile: Profile,
    impressions: readonly Impression[],
    at: string,
  ): Promise<Profile['pushed']> {
    if (waits === 0) return {};
    const rows = await pushesSince(reader.kysely, tenant, profile, Date.parse(at) - waits);
    if (rows.length === 0) return {};
    const today = at.slice(0, 10);
    const standings = new Map(
      program.lifecycles.flatMap((lifecycle) => {
        const since = profile.since[lifecycle.of];
        if (since === null) return [];
        const level = lifecycle.of === 'user' ? profile.level : profile.companyLevel;
        const walker = { since, level, events: profile.events[lifecycle.of] };
        return [[lifecycle.id, standIn(lifecycle, walker, today)] as const];
      }),
    );
    const seen = seenBy(profile.userId, profile.companyId, impressions);
    const pushed: { [campaignId: string]: string } = {};
    for (const { campaign_id, audience, pushed_at } of rows) {
      if (pushed[campaign_id] !== undefined) continue;
      const isFor =
        audience === '' ||
        compileAudience({ $audience: audience }, audiences)({ profile, today, standings, seen }).matches;
      if (isFor) pushed[campaign_id] = pushed_at;
    }
    return pushed;
  }

  return {
    async of(member, role, impressions, asked) {
      const { companyId, userId } = member;
      const view = reader.kysely;
      const row = await memberRow(view, tenant, member);
      const lastSeen = row?.last_seen;
      const at = asked ?? localTime(clock(), lastSeen);
      const day = at.slice(0, 10);
      const cells = await memberCells(view, tenant, member, [LIFETIME]);
      const growth = companyId === '' ? 0 : await companyGrowth(view, tenant, companyId);
      const worn = { level: levelOn(cells, day, playbook), companyLevel: levelAt(companyLevels, growth) };
      const own = await counting.person(member);
      const together = asksForCounts && companyId !== '' ? await counting.company(companyId) : NO_COUNTS;
      const held = badges.flatMap((badge): [string, Tier][] => {
        const tier = heldTiers(cells, badge)
          .filter((one) => !isWithheld(cells, badge, one, worn))
          .at(-1);
        return tier === undefined ? [] : [[badge.id, tier]];
      });
      const profile: Profile = {
        userId,
        companyId,
        role: role ?? row?.role ?? null,
        ...(await traitsOf(member)),
        languages: own.languages,
        timeZone: own.timeZone,
        online: isOnline(member),
        growth: growthOn(cells, day, playbook),
        level: worn.level,
        companyGrowth: growth,
        companyLevel: worn.companyLevel,
        badges: Object.fromEntries(held),
        since: { user: own.since, company: together.since },
        events: { user: own.events, company: together.events },
        pushed: {},
        diagnosis: companyId === '' ? null : await diagnoses.of(companyId),
      };
      return { profile: { ...profile, pushed: await pushedTo(profile, impressions, at) }, at, lastSeen };
    },
  };
}

function traitsIn(row: Pick<UserRow, 'traits' | 'claimed_name'> | undefined): JsonObject {
  const traits: JsonObject = row?.traits == null ? {} : JSON.parse(row.traits);
  return row?.claimed_name == null ? traits : { name: row.claimed_name, ...traits };
}
