import type { Leagues } from '@waymark/contracts';
import { type Placement, type Player, periodAfter } from '@waymark/engine';
import type { PlacementRow } from '../storage/tables.js';
import type { ReadContext } from './context.js';
import type { Follower } from './follower.js';
import { lastSettled, latestPlacements, placeAll, standingsIn } from './league-reads.js';

/** How the people of a company, or all of them, stand in their leagues in one window, by their member keys. */
export interface LeagueTable {
  /** Those with points in the window. */
  readonly placed: ReadonlyMap<string, Placement>;
  /** The league of everybody else; who is not in it begins at 0. */
  readonly leagues: ReadonlyMap<string, number>;
  /** The latest settled window of each. */
  readonly last: ReadonlyMap<string, PlacementRow>;
}

interface Kept {
  /** Something moved since it began to be read. */
  isStale: boolean;
  hasBegun: boolean;
  /** When it may be made anew, on the clock of `performance`. */
  again: number;
  table: Promise<LeagueTable>;
}

/** Windows that are over and not settled yet: seldom more than one. */
const UNSETTLED = 4;
const KEPT = 256;
/** Making a table of more people than this takes at most a twentieth of the time; it can be some seconds late. */
const MANY = 2_000;
const PAUSE = 20;

/** Keeps tables of leagues, and makes them anew when something moved. */
export function createLeagueTables(context: ReadContext, leagues: Leagues, { follow, upToDate }: Follower) {
  const { tenant, reader } = context;
  const isVendorWide = leagues.scope === 'vendor';
  /** By company, empty for all of them together, and then by window. */
  const tables = new Map<string, Map<string, Kept>>();
  follow({
    isEmpty: () => tables.size === 0,
    touch(companyId) {
      const its = tables.get(isVendorWide ? '' : companyId);
      if (its !== undefined) for (const kept of its.values()) kept.isStale = true;
    },
    forget: () => tables.clear(),
  });

  async function playersIn(
    companyId: string,
    period: string,
    before: ReadonlyMap<string, number>,
  ): Promise<Player[]> {
    const standings = await standingsIn(context, isVendorWide ? null : companyId, period);
    return standings.map((one) => ({ ...one, league: before.get(one.key) ?? 0 }));
  }

  async function make(companyId: string, period: string): Promise<LeagueTable> {
    const last = await latestPlacements(
      { kysely: reader.kysely, tenant, known: await context.relocations(reader.kysely) },
      leagues.window,
      period,
      isVendorWide ? null : companyId,
    );
    const standing = new Map([...last].map(([key, row]) => [key, row.next_league]));
    const settled = (await lastSettled(reader.kysely, tenant, leagues.window)) ?? '';
    // What is over but can still change is reckoned as it stands.
    for (let back = UNSETTLED; back > 0; back--) {
      const past = periodAfter(period, -back);
      if (past <= settled) continue;
      const players = await playersIn(companyId, past, standing);
      for (const { key, to } of placeAll(players, past, leagues)) standing.set(key, to);
    }
    const players = await playersIn(companyId, period, standing);
    const placed = new Map(placeAll(players, period, leagues).map((one) => [one.key, one]));
    return { placed, leagues: standing, last };
  }

  /** The tables of a company; of companies that nobody asked for lately none is kept. */
  function tablesOf(companyId: string): Map<string, Kept> {
    const its = tables.get(companyId) ?? new Map<string, Kept>();
    tables.delete(companyId);
    tables.set(companyId, its);
    const [oldest] = tables.keys();
    if (tables.size > KEPT && oldest !== undefined) tables.delete(oldest);
    return its;
  }

  /** The table of a company in a window, as of now. */
  return async (member: string, period: string): Promise<LeagueTable> => {
    await upToDate();
    const companyId = isVendorWide ? '' : member;
    const its = tablesOf(companyId);
    const known = its.get(period);
    if (known !== undefined && !(known.isStale && known.hasBegun && performance.now() >= known.again)) {
      return known.table;
    }
    // Time zones part people into two windows at most.
    if (known === undefined && its.size >= 2) its.clear();
    const kept: Kept = { isStale: false, hasBegun: false, again: 0, table: made() };
    its.set(period, kept);
    return kept.table;

    /** One after the other: whoever comes while one is being read shares the next, which will have it all. */
    async function made(): Promise<LeagueTable> {
      await known?.table.catch(() => {});
      kept.isStale = false;
      kept.hasBegun = true;
      const started = performance.now();
      try {
        const table = await make(companyId, period);
        const ended = performance.now();
        kept.again = table.placed.size > MANY ? ended + PAUSE * (ended - started) : ended;
        return table;
      } catch (error) {
        if (its.get(period) === kept) its.delete(period);
        throw error;
      }
    }
  };
}
