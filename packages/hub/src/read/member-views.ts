import type { ChangesMessage, Snapshot, StreamMessage } from '@waymark/contracts';
import { addDays, growthOn, LIFETIME, lapsingOn, nextStep, spansOf, streakOf } from '@waymark/engine';
import type { Kysely } from 'kysely';
import { preferencesIn, preferencesRow } from '../privacy/preferences.js';
import type { MemberRow, Tables } from '../storage/tables.js';
import { badgeAwards } from './badge-awards.js';
import type { Boards } from './boards.js';
import type { CompanyViews } from './company-views.js';
import { type Member, type ReadContext, seenAs } from './context.js';
import type { LeagueOf } from './leagues.js';
import { daysOf, ledgerOf } from './ledger-reads.js';
import { asksForCompany, levelsNow } from './levels-now.js';
import { daysUpTo, localDay, nextDayAt } from './local-day.js';
import { dayAt, settledAfter } from './log-reads.js';
import { headOf, memberCells, memberRow } from './member-state.js';
import { companyName, userName } from './names.js';
import { ownQuests } from './own-quests.js';
import { badgeViews, levelViews, predictionView, ruleNameIn } from './playbook-views.js';
import { hasRedeemedSince } from './redemptions.js';
import { shopOf } from './reward-views.js';

/** What members see; everything is of the member asked for, and nothing of anybody else but rankings of the own company. */
export interface MemberViews {
  snapshot(member: Member, role: string | null): Promise<Snapshot>;
  /**
   * What changed since a position, or the whole view where there is none or it is too far back to say; `day` is the local
   * day of what was told before. For pushing and for resuming alike.
   */
  tell(member: Member, role: string | null, position: string | null, day: string | null): Promise<Told>;
}

/** A message to a member. */
export interface Told {
  readonly message: StreamMessage;
  /** The member's local day that it shows, and when that is over, in milliseconds since 1970. */
  readonly day: string;
  readonly until: number;
}

const LEDGER_SHOWN = 100;
/** More settled events than this are not worth listing: the snapshot says it all. */
const SETTLED_LIMIT = 1_000;
const DAYS_SHOWN = 14;

type Own = Omit<
  Snapshot,
  'position' | 'user' | 'company' | 'ledger' | 'rankings' | 'preferences' | 'companyGrowth' | 'league'
>;

/** Views of members over the database. */
export function createMemberViews(
  context: ReadContext,
  boards: Boards,
  companies: CompanyViews,
  leagueOf: LeagueOf,
): MemberViews {
  const { tenant, reader, playbook, program, adopted, nameOf, now } = context;
  const levels = levelViews(playbook);
  const { quests = [], streaks = [] } = playbook;
  const hasCompanyQuests = quests.some(({ by }) => by === 'company');

  /** What others move as well: read beside the member's own moment, since it is kept up to date in memory. */
  async function sharedParts(member: Member, role: string | null, day: string, own: Partial<Own>) {
    const together = await companies.quests(member.companyId, day);
    const growth = await companies.growth(member, role, day);
    const league = await leagueOf(member, day);
    const isWhole = own.playbookVersion !== undefined;
    return {
      rankings: await boards.views(member, day),
      ...(league === null ? {} : { league }),
      ...(growth === null && !isWhole ? {} : { companyGrowth: growth }),
      ...(own.quests === undefined
        ? {}
        : { quests: own.quests.map((quest) => together.get(quest.id) ?? quest) }),
    };
  }

  async function ownParts(
    view: Kysely<Tables>,
    member: Member,
    role: string | null,
    row: MemberRow | null,
    day: string,
  ): Promise<Own> {
    const days = daysUpTo(day, DAYS_SHOWN);
    // A prediction reaches into the days beside, which may be in another month.
    const spans = [...new Set([addDays(day, -1), day, addDays(day, 1)].flatMap(spansOf))];
    // A streak may reach back through every month there is.
    const cells = await memberCells(view, tenant, member, streaks.length > 0 ? null : spans);
    const awards = await badgeAwards(view, tenant, member);
    const step = nextStep(program, cells, day);
    const shop = await shopOf(view, tenant, playbook, member, cells, day);
    const worn = await levelsNow(view, tenant, playbook, member, cells, day);
    return {
      role: role ?? row?.role ?? null,
      playbookVersion: playbook.version,
      growth: growthOn(cells, day, playbook),
      level: worn.level,
      ...(playbook.expiry === undefined ? {} : { lapsing: lapsingOn(cells, day, playbook) }),
      levels,
      badges: badgeViews(playbook, cells, awards, worn),
      days: await daysOf(view, tenant, member, days),
      quests: ownQuests(playbook, cells, day),
      streaks: streaks.map((streak) => streakOf(streak, cells, day)),
      nextStep: step === null ? null : { ...step, name: ruleNameIn(playbook, step.ruleId) },
      prediction: predictionView(playbook, cells, day),
      ...shop,
    };
  }

  /** What changes of a member's own parts while they do nothing: the company's quests, which stand among theirs. */
  async function questParts(view: Kysely<Tables>, member: Member, day: string): Promise<Partial<Own>> {
    if (!hasCompanyQuests) return {};
    const cells = await memberCells(view, tenant, member, [LIFETIME]);
    return { quests: ownQuests(playbook, cells, day) };
  }

  /** How much is left of rewards, which others take as well. */
  async function stockParts(
    view: Kysely<Tables>,
    member: Member,
    day: string,
    since: number,
  ): Promise<Partial<Own>> {
    if (playbook.rewards === undefined || !(await hasRedeemedSince(view, tenant, since))) return {};
    const cells = await memberCells(view, tenant, member, [LIFETIME]);
    const shop = await shopOf(view, tenant, playbook, member, cells, day);
    return shop === null ? {} : { rewards: shop.rewards };
  }

  async function snapshotIn(
    view: Kysely<Tables>,
    member: Member,
    role: string | null,
  ): Promise<Omit<Snapshot, 'rankings' | 'companyGrowth'> & Pick<Told, 'day' | 'until'>> {
    const head = await headOf(view, tenant);
    const row = await memberRow(view, tenant, member);
    const day = localDay(now(), row?.last_seen);
    const ledger = await ledgerOf(view, context, member, { limit: LEDGER_SHOWN });
    return {
      day,
      until: nextDayAt(now(), row?.last_seen),
      position: String(head),
      user: { id: member.ownId ?? member.userId, name: await userName(view, tenant, member.userId, nameOf) },
      company: { id: member.companyId, name: await companyName(view, tenant, member.companyId, nameOf) },
      ...(await ownParts(view, member, role, row, day)),
      preferences: preferencesIn(await preferencesRow(view, tenant, member), playbook.privacy),
      ledger: ledger.map(({ entry }) => entry),
    };
  }

  async function whole(asked: Member, role: string | null) {
    const member = await seenAs(context, asked);
    const { day, until, ...parts } = await reader.view((view) => snapshotIn(view, member, role));
    const snapshot = { ...parts, ...(await sharedParts(member, role, day, parts)) } as Snapshot;
    return { snapshot, day, until };
  }

  async function changesIn(
    view: Kysely<Tables>,
    asked: Member,
    member: Member,
    role: string | null,
    since: number,
    shown: string | null,
  ) {
    const head = await headOf(view, tenant);
    if (since > head) return null;
    // Whoever was moved or merged has another history now, and not only a longer one.
    const { rows } = await context.relocations(view);
    const concerns = ({ company_id, to_company_id }: (typeof rows)[number]) =>
      company_id === member.companyId || to_company_id === member.companyId;
    if (rows.some((row) => row.position > since && concerns(row))) return null;
    const row = await memberRow(view, tenant, member);
    const day = localDay(now(), row?.last_seen);
    const isNewPlaybook = since <= adopted.position;
    const changed = isNewPlaybook || (row !== null && row.position > since);
    const entries = changed
      ? await ledgerOf(view, context, member, { after: since, limit: LEDGER_SHOWN + 1 })
      : [];
    // Also what came too late to change anything is settled.
    const settled = await settledAfter(view, tenant, asked, since, SETTLED_LIMIT + 1);
    if (entries.length > LEDGER_SHOWN || settled.length > SETTLED_LIMIT) return null;
    // What lapses does so without an event, what is held with the company's level changes with colleagues, and another
    // day has other limits, streaks and quests.
    const isOther =
      changed ||
      playbook.expiry !== undefined ||
      asksForCompany(playbook) ||
      day !== (shown ?? (await dayAt(view, tenant, since, row?.last_seen)));
    const { levels, playbookVersion, ...own } = isOther
      ? await ownParts(view, member, role, row, day)
      : {
          ...(await questParts(view, member, day)),
          ...(await stockParts(view, member, day, since)),
        };
    const chosen = await preferencesRow(view, tenant, member);
    const preferences =
      isNewPlaybook || (chosen?.position ?? 0) > since
        ? { preferences: preferencesIn(chosen, playbook.privacy) }
        : {};
    const replace: ChangesMessage['replace'] = isNewPlaybook
      ? // Where there is no currency or campaign any more, nothing is to be left of those before.
        ({
          wallets: [],
          rewards: [],
          campaigns: { deliveries: [], standby: [], allowances: {} },
          ...own,
          ...preferences,
          levels,
          playbookVersion,
        } as ChangesMessage['replace'])
      : { ...own, ...preferences };
    return {
      day,
      until: nextDayAt(now(), row?.last_seen),
      position: String(head),
      replace,
      entries: entries.map(({ entry }) => entry),
      settled,
    };
  }

  return {
    snapshot: async (asked, role) => (await whole(asked, role)).snapshot,
    async tell(asked, role, position, shown) {
      const member = await seenAs(context, asked);
      const since = /^\d{1,15}$/.test(position ?? '') ? Number(position) : null;
      const changes =
        since === null
          ? null
          : await reader.view((view) => changesIn(view, asked, member, role, since, shown));
      if (changes === null) {
        const { snapshot, ...at } = await whole(asked, role);
        return { message: { type: 'snapshot', snapshot }, ...at };
      }
      const { day, until, replace, ...rest } = changes;
      const shared = await sharedParts(member, role, day, replace);
      return { message: { type: 'changes', ...rest, replace: { ...replace, ...shared } }, day, until };
    },
  };
}
