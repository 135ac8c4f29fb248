import type { Event } from '@waymark/contracts';
import { type MemberId, memberName } from '@waymark/engine';
import type { EventCounts } from '@waymark/engine/campaigns';
import type { Member, ReadContext } from '../read/context.js';
import type { Follower } from '../read/follower.js';
import { type KnownRelocations, relocationIn, sourcesOf } from '../record/known-relocations.js';
import { memberKey } from '../record/request.js';
import { createEventTally, type EventTally } from './counted-events.js';
import { type LoggedRow, loggedRows } from './logged-rows.js';
import type { Campaigns } from './program.js';

/** What the log says of a person or a company that decisions ask for. */
export interface Counts {
  readonly events: EventCounts;
  /** The local day of the first event; null before it, and where nobody asks. */
  readonly since: string | null;
}

/** What the log says of a person beside: from the latest event that says anything. */
export interface PersonCounts extends Counts {
  /** Best first. */
  readonly languages: readonly string[];
  /** IANA name; null for one that nothing tells. */
  readonly timeZone: string | null;
}

/** Counts events for decisions: read from the log when first asked for, and afterwards only what is new. */
export interface EventCounting {
  person(member: Member): Promise<PersonCounts>;
  company(companyId: string): Promise<Counts>;
}

/** Kept at once. */
const PEOPLE = 20_000;
const COMPANIES = 512;
/** Events of a person that are looked through for a language, the latest first. */
const LATEST = 20;

interface Kept {
  readonly tally: EventTally;
  /** The log is read up to here. */
  through: number;
  /** Whose new events are to be read; of a person, anybody's. */
  readonly touched: Set<string>;
  last: Promise<unknown>;
  languages: readonly string[];
  timeZone: string | null;
}

/**
 * Keeps counts in memory. What is only added to the log is added to them; whose past changed, by a correction, a move or an
 * erasure, is read anew.
 */
export function createEventCounts(
  { tenant, reader, relocations }: ReadContext,
  { follow, upToDate }: Follower,
  { counted, isEmpty }: Pick<Campaigns, 'counted' | 'isEmpty'>,
): EventCounting {
  const people = new Map<string, Kept>();
  const companies = new Map<string, Kept>();
  let known: KnownRelocations | null = null;
  if (!isEmpty) {
    follow({
      isEmpty: () => people.size + companies.size === 0,
      touch(companyId, userId) {
        people.get(memberKey(companyId, userId))?.touched.add(userId);
        companies.get(companyId)?.touched.add(userId);
      },
      correct(companyId, userId) {
        people.delete(memberKey(companyId, userId));
        companies.delete(companyId);
      },
      forget: clear,
    });
  }

  function clear(): void {
    people.clear();
    companies.clear();
  }

  /** Whose facts count for whom; with another answer all that was counted is void. */
  async function relocated(): Promise<KnownRelocations> {
    const now = await relocations(reader.kysely);
    if (known !== null && known !== now) clear();
    known = now;
    return now;
  }

  function keptIn(all: Map<string, Kept>, key: string, limit: number, of: 'user' | 'company'): Kept {
    const found = all.get(key);
    if (found !== undefined) return found;
    if (all.size >= limit) all.delete(all.keys().next().value ?? '');
    const fresh: Kept = {
      tally: createEventTally(counted[of]),
      through: 0,
      touched: new Set(['']),
      last: Promise.resolve(),
      languages: [],
      timeZone: null,
    };
    all.set(key, fresh);
    return fresh;
  }

  /**
   * One reading of a subject after the other: each up to where all is told of that is touched. One that fails leaves
   * nothing half counted behind.
   */
  async function inTurn(
    all: Map<string, Kept>,
    key: string,
    kept: Kept,
    read: (until: number, moves: KnownRelocations) => Promise<void>,
  ): Promise<void> {
    const turn = kept.last.then(async () => {
      const moves = await relocated();
      const until = await upToDate();
      if (kept.touched.size === 0 || all.get(key) !== kept) return;
      await read(until, moves);
      kept.through = until;
    });
    kept.last = turn.catch(() => {
      if (all.get(key) === kept) all.delete(key);
    });
    await turn;
  }

  async function personOf(member: Member): Promise<PersonCounts> {
    await upToDate();
    await relocated();
    const key = memberKey(member.companyId, member.userId);
    const kept = keptIn(people, key, PEOPLE, 'user');
    const { tally, touched } = kept;
    if (touched.size > 0) {
      await inTurn(people, key, kept, async (until, moves) => {
        touched.clear();
        const latest: LoggedRow[] = [];
        for (const source of countingFor(member, moves)) {
          for await (const rows of loggedRows(reader.kysely, tenant, moves, source, [kept.through, until])) {
            for (const row of rows) tally.add(row);
            latest.push(...rows.slice(-LATEST));
          }
        }
        learn(kept, latest);
      });
      if (people.get(key) !== kept) return personOf(member);
    }
    return { events: tally.events, since: tally.since, languages: kept.languages, timeZone: kept.timeZone };
  }

  async function companyOf(companyId: string): Promise<Counts> {
    await upToDate();
    await relocated();
    const kept = keptIn(companies, companyId, COMPANIES, 'company');
    const { tally, touched } = kept;
    if (touched.size > 0) {
      await inTurn(companies, companyId, kept, async (until, moves) => {
        const users = [...touched];
        touched.clear();
        const whose: (MemberId | string)[] = users.includes('')
          ? [companyId, ...movedTo(companyId, moves)]
          : users.flatMap((userId) => countingFor({ companyId, userId }, moves));
        for (const source of whose) {
          for await (const rows of loggedRows(reader.kysely, tenant, moves, source, [kept.through, until])) {
            for (const row of rows) if (homeOf(row, moves).companyId === companyId) tally.add(row);
          }
        }
      });
      if (companies.get(companyId) !== kept) return companyOf(companyId);
    }
    return { events: tally.events, since: tally.since };
  }

  return { person: personOf, company: companyOf };
}

/** Those whose facts count for a member; nobody's where the member's own count for another. */
function countingFor(member: MemberId, moves: KnownRelocations): MemberId[] {
  const isOwn = (source: MemberId) => memberName(moves.homes.of(source)) === memberName(member);
  return sourcesOf(moves, member).filter(isOwn);
}

function homeOf({ company_id, user_id }: LoggedRow, { homes }: KnownRelocations): MemberId {
  return homes.of({ companyId: company_id, userId: user_id });
}

/** Members of other companies whose facts count for people of this one. */
function movedTo(companyId: string, { rows, homes }: KnownRelocations): MemberId[] {
  const found = new Map<string, MemberId>();
  for (const row of rows) {
    const { from } = relocationIn(row);
    if (from.companyId !== companyId && homes.of(from).companyId === companyId)
      found.set(memberName(from), from);
  }
  return [...found.values()];
}

/** Takes language and time zone from the latest of some events that says them. */
function learn(kept: Kept, rows: readonly LoggedRow[]): void {
  const latest = [...rows].sort((a, b) => b.position - a.position).slice(0, LATEST);
  for (const { body } of latest) {
    const { context = {} }: Event = JSON.parse(body);
    const { locale, timezone } = context;
    if (typeof locale !== 'string' && typeof timezone !== 'string') continue;
    if (typeof locale === 'string') kept.languages = [locale];
    if (typeof timezone === 'string') kept.timeZone = timezone;
    return;
  }
}
